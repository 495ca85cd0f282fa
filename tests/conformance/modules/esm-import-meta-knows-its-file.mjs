import path from 'node:path';
import { fileURLToPath } from 'node:url';
console.log(import.meta.url.startsWith('file://'), path.basename(fileURLToPath(import.meta.url)));
console.log(path.basename(import.meta.filename), import.meta.dirname === process.cwd());
console.log(import.meta.resolve('./x.mjs') === new URL('./x.mjs', import.meta.url).href, import.meta.resolve('node:fs'));
