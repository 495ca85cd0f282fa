const { Writable } = require('stream');
const stream = new WritableStream({
  write(chunk) { console.log('sink', chunk); return new Promise((resolve) => setImmediate(resolve)); },
  close() { console.log('sink closed'); },
});
const writable = Writable.fromWeb(stream, { highWaterMark: 3 });
console.log(writable.write('ab'), writable.write('cde', () => console.log('second written')));
writable.on('drain', () => console.log('drain'));
writable.cork();
writable.write('f');
writable.write(Buffer.from('g'));
writable.uncork();
writable.end('68', 'hex', () => console.log('end called back'));
writable.on('finish', () => console.log('finish'));
writable.on('close', () => console.log('close'));
