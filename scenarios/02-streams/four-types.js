// @title  The four types of stream
// @lesson A Readable gives data, a Writable takes it. A Duplex does both, and its two sides have
// nothing to do with each other; in a Transform what goes in decides what comes out.

const { Readable, Writable, Duplex, Transform } = require('stream');

const numbers = Readable.from(['1', '2', '3'], { objectMode: false });

const doubled = new Transform({
  transform(chunk, encoding, callback) {
    callback(null, String(Number(chunk) * 2));
  },
});

const printed = new Writable({
  write(chunk, encoding, callback) {
    console.log(`Writable took ${chunk}`);
    callback();
  },
});

const phone = new Duplex({
  read() {
    this.push('hello from the other end');
    this.push(null);
  },
  write(chunk, encoding, callback) {
    console.log(`Duplex took "${chunk}"`);
    callback();
  },
});

numbers.pipe(doubled).pipe(printed);
printed.on('finish', () => {
  phone.on('data', (chunk) => console.log(`Duplex gave "${chunk}"`));
  phone.end('hello');
});
