// Two ends: each write is done when the other side has taken it.
const { duplexPair } = require('node:stream');

const [left, right] = duplexPair({ highWaterMark: 4 });
console.log(left.constructor.name, left.readableHighWaterMark, left.allowHalfOpen);
console.log('write', left.write('abcdef', () => console.log('taken')), left.writableLength, right.readableLength);
left.end('gh');
right.on('data', (chunk) => console.log('right got', `${chunk}`));
right.on('end', () => {
  console.log('right end');
  right.end('answer');
});
left.on('data', (chunk) => console.log('left got', `${chunk}`));
for (const [name, side] of [['left', left], ['right', right]]) {
  for (const event of ['finish', 'end', 'close']) side.on(event, () => console.log(name, event));
}

const [a, b] = duplexPair({ objectMode: true });
b.on('error', () => {}).on('close', () => console.log('b closed'));
a.on('error', (error) => console.log('a', error.message)).on('close', () => console.log('a closed', b.destroyed));
a.destroy(new Error('cut'));
