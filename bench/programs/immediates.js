'use strict';
let count = 0;
function next() {
  if (++count < 300000) setImmediate(next);
}
setImmediate(next);
process.on('exit', () => console.log(count));
