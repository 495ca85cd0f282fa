'use strict';

const { Transform } = require('stream');
const t = new Transform({
  readableHighWaterMark: 4, writableHighWaterMark: 4,
  transform(c, e, cb) { console.log('transform', String(c)); this.push(String(c).toUpperCase()); cb(null, '!'); },
  flush(cb) { console.log('flush'); cb(null, 'END'); },
});
console.log(t.write('abc'), t.write('de'), t.write('f'), t.writableLength, t.readableLength);
t.on('drain', () => console.log('drain'));
t.on('finish', () => console.log('finish'));
t.on('end', () => console.log('end'));
setImmediate(() => { t.on('data', (c) => console.log('data', String(c))); t.end('g'); });
