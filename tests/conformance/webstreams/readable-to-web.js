const { Readable } = require('stream');
const source = new Readable({
  highWaterMark: 4,
  read() { console.log('_read'); this.n = (this.n ?? 0) + 1; this.push(this.n > 3 ? null : `${this.n}${this.n}`); },
});
source.on('close', () => console.log('node stream closed'));
const stream = Readable.toWeb(source);
console.log(stream, source.isPaused());
(async () => {
  for await (const chunk of stream) console.log(chunk, chunk.constructor.name);
  console.log('end', stream);
})();
