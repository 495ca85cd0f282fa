// A JSON file is the same object for import and require().
import { createRequire } from 'module';
import changed from './changes.cjs';
import data from './data.json' with { type: 'json' };

const required = createRequire(import.meta.url)('./data.json');
console.log(data.one, data === changed, data === required);
