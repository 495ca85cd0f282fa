const fs = require('fs');
fs.stat(__filename, () => {
  setTimeout(() => { console.log('timeout'); process.nextTick(() => console.log('tick of timeout')); }, 0);
  setImmediate(() => {
    console.log('immediate 1');
    setImmediate(() => console.log('immediate 2, next turn'));
    Promise.resolve().then(() => console.log('promise of immediate'));
  });
  const due = Date.now() + 10;
  while (Date.now() < due);
});
