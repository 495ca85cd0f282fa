// Each callback of a chain of reads comes after the immediates of the one before.
const fs = require('fs');
const steps = [];
(function next(n) {
  if (n === 4) return console.log(steps.join(' '));
  fs.readFile(__filename, () => {
    steps.push('read' + n);
    setImmediate(() => steps.push('immediate' + n));
    process.nextTick(() => steps.push('tick' + n));
    next(n + 1);
  });
})(0);
