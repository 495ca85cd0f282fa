const fs = require('fs');
const folder = fs.mkdtempSync('/tmp/fs-');
process.chdir(folder);
process.on('exit', () => fs.rmSync(folder, { recursive: true, force: true }));
const fd = fs.openSync('a', 'w+');
console.log(fs.writevSync(fd, [Buffer.from('one '), Buffer.from('two '), new Uint8Array([51])]));
console.log(fs.writevSync(fd, [Buffer.from('ONE')], 0), fs.writevSync(fd, []));
fs.writev(fd, [Buffer.from('!'), Buffer.from('?')], (error, written, buffers) => {
  console.log(error, written, buffers.length, fs.readFileSync('a', 'utf8'));
  const views = [Buffer.alloc(3), Buffer.alloc(4), Buffer.alloc(100)];
  fs.readv(fd, views, 0, (failure, read, same) => {
    console.log(failure, read, same === views, views.slice(0, 2).map(String), fs.readvSync(fd, views));
    try { fs.readvSync(fd, 'x'); } catch (thrown) { console.log(thrown.message); }
    try { fs.writevSync(fd, [1]); } catch (thrown) { console.log(thrown.message); }
    fs.closeSync(fd);
  });
});
