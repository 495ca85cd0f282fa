const fs = require('fs');
const folder = fs.mkdtempSync('/tmp/fs-');
process.chdir(folder);
process.on('exit', () => fs.rmSync(folder, { recursive: true, force: true }));
const fd = fs.openSync('a', 'w+');
const steps = [
  (done) => fs.write(fd, 'text', done),
  (done) => fs.write(fd, 'TE', 0, done),
  (done) => fs.write(fd, 'ff00', 6, 'hex', done),
  (done) => fs.write(fd, Buffer.from('buffer'), done),
  (done) => fs.write(fd, Buffer.from('buffer'), 2, done),
  (done) => fs.write(fd, Buffer.from('buffer'), 2, 2, done),
  (done) => fs.write(fd, Buffer.from('buffer'), 0, 1, 3, done),
  (done) => fs.write(fd, Buffer.from('buffer'), { offset: 1, position: 0 }, done),
  (done) => fs.write(fd, new Uint16Array([0x4142, 0x4344]), done),
];
const next = () => {
  const step = steps.shift();
  if (!step) return fs.closeSync(fd);
  step((error, written, data) => {
    console.log(error, written, typeof data, fs.readFileSync('a', 'latin1'));
    next();
  });
};
next();
