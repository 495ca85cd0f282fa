// @title  Immediates and timers inside I/O
// @lesson At top level, a zero timeout and an immediate race. Inside an I/O callback they do not: the
// callback runs in the poll phase, and check comes right after poll, so the immediate is always first;
// the timer has to wait for the timers phase.

const fs = require('fs');

fs.readFile(__filename, 'utf8', (error, text) => {
  console.log(`read a file that begins with ${JSON.stringify(text.slice(0, 9))}`);
  setTimeout(() => console.log('timeout'), 0);
  setImmediate(() => console.log('immediate'));
});
