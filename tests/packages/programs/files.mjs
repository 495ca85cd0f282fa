// What most programs use beside fs.
import fs from 'node:fs';
import fg from 'fast-glob';
import fse from 'fs-extra';
import getStream from 'get-stream';
import gracefulFs from 'graceful-fs';
import { mkdirp } from 'mkdirp';
import { rimraf } from 'rimraf';

process.chdir(fs.mkdtempSync('/tmp/files-'));
await fse.outputFile('w/a/b.txt', 'hi');
await fse.outputJson('w/j.json', { a: 1 }, { spaces: 2 });
console.log(await fse.readJson('w/j.json'));
await fse.copy('w', 'w2');
await fse.move('w2/a', 'w2/moved');
console.log((await fse.readdir('w2')).sort(), await fse.pathExists('w2/moved/b.txt'));
await fse.emptyDir('w2');
await fse.ensureSymlink('w/j.json', 'w2/link');
console.log(await fse.readlink('w2/link'), await fse.readdir('w2'));
await fse.copy('missing', 'x').catch((error) => console.log(error.code, error.syscall));

console.log(typeof await mkdirp('m/k/d'), await mkdirp('m/k/d'));
console.log(await rimraf('m'), fs.existsSync('m'));

for (const name of ['t/x.js', 't/y.txt', 't/a/x.js', 't/a/b/z.js', 't/a/b/.hidden.js']) fse.outputFileSync(name, name);
console.log((await fg('**/*.js', { cwd: 't' })).sort());
console.log(fg.sync(['**/*', '!a/b'], { cwd: 't', dot: true, stats: true }).map(({ path, stats }) => [path, stats.size]).sort());
const found = [];
for await (const entry of fg.stream('**/*', { cwd: 't' })) found.push(entry);
console.log(found.sort());

const patched = gracefulFs.gracefulify({ ...fs });
const texts = await Promise.all(Array.from({ length: 50 }, () => new Promise((resolve, reject) => {
  patched.readFile('w/a/b.txt', 'utf8', (error, text) => error ? reject(error) : resolve(text));
})));
console.log(new Set(texts).size, texts.length);
console.log(await getStream(gracefulFs.createReadStream('w/a/b.txt')));
await getStream(fs.createReadStream('w/a/b.txt'), { maxBuffer: 1 }).catch((error) => console.log(error.name, error.bufferedData));
await fse.remove(process.cwd());
