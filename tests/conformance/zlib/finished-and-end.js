'use strict';

const zlib = require('zlib');
const { finished } = require('stream');
const good = zlib.createDeflate();
finished(good, (e) => {
  console.log('good', e, good.writableFinished, good.readableEnded, good.closed);
  const bad = zlib.createGunzip();
  finished(bad, (e) => console.log('bad', e.code));
  bad.end('bad');
});
good.resume();
good.end('x');
