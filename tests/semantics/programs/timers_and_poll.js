// A timer, a file and an immediate, all ready at once.
const fs = require('fs');
function busy(milliseconds) {
  const start = process.hrtime();
  while (process.hrtime(start)[1] < milliseconds * 1e6);
}
setImmediate(() => {
  console.log('immediate');
  fs.stat(__filename, () => console.log('stat'));
  setTimeout(() => console.log('timeout'), 1);
  setImmediate(() => console.log('immediate of the immediate'));
  busy(30);
});
