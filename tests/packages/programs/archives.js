// tar and zip, made and read.
const fs = require('node:fs');
const { pipeline } = require('node:stream');
const { createGunzip, createGzip } = require('node:zlib');
const archiver = require('archiver');
const tar = require('tar-stream');

const folder = fs.mkdtempSync('/tmp/archives-');
const mtime = new Date(0);
const pack = tar.pack();
pack.entry({ name: 'a.txt', mtime }, 'hello a');
const big = pack.entry({ name: 'big', size: 100000, mtime }, (error) => {
  console.log('entry', error);
  pack.entry({ name: 'folder', type: 'directory', mtime }, () => pack.finalize());
});
for (let i = 0; i < 10; i++) big.write(Buffer.alloc(10000, i));
big.end();
pipeline(pack, createGzip(), fs.createWriteStream(`${folder}/x.tgz`), (error) => {
  console.log('packed', error);
  const extract = tar.extract();
  extract.on('entry', (header, stream, next) => {
    let bytes = 0;
    stream.on('data', (chunk) => { bytes += chunk.length; });
    stream.on('end', () => {
      console.log(header.name, header.type, header.size, bytes);
      next();
    });
  });
  pipeline(fs.createReadStream(`${folder}/x.tgz`), createGunzip(), extract, (failure) => {
    console.log('extracted', failure);
    zip();
  });
});

function zip() {
  const archive = archiver('zip', { zlib: { level: 9 } });
  const output = fs.createWriteStream(`${folder}/x.zip`);
  output.on('close', () => {
    console.log('zipped', archive.pointer() === fs.statSync(`${folder}/x.zip`).size, fs.readFileSync(`${folder}/x.zip`).subarray(0, 4));
    fs.rmSync(folder, { recursive: true });
  });
  archive.pipe(output);
  archive.append('a text', { name: 'text', date: mtime });
  archive.append(fs.createReadStream(`${folder}/x.tgz`), { name: 'x.tgz', date: mtime });
  archive.finalize();
}
