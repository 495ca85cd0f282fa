'use strict';

const { Readable, Writable } = require('stream');
const source = Readable.from(['1', '2', '3', '4']);
const make = (name, ms) => new Writable({
  objectMode: true, highWaterMark: 1,
  write(c, e, cb) { console.log(name, c); setTimeout(cb, ms); },
}).on('finish', () => console.log(name, 'finish')).on('pipe', () => console.log(name, 'pipe')).on('unpipe', () => console.log(name, 'unpipe'));
const fast = make('fast', 1), slow = make('slow', 20);
source.pipe(fast);
source.pipe(slow);
source.on('end', () => console.log('end'));
console.log(source._readableState.pipes.length, source.readableFlowing);
