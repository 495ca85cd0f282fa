// An error of an I/O operation comes as late as a result.
const fs = require('fs');
fs.readFile('/nowhere/at/all', (error) => {
  console.log(error.code);
  setTimeout(() => console.log('timeout'), 0);
  setImmediate(() => console.log('immediate'));
});
process.nextTick(() => console.log('tick'));
console.log('main');
