// @title  A tour of the phases
// @lesson One callback for each place where the loop runs a program's code: timers, poll (a file that
// was read), check (an immediate), and around every one of them the nextTick queue and the promise jobs.
// Read it together with the timeline: each phase empties its own queue before the next one begins.

const fs = require('fs');

function announce(place) {
  console.log(place);
  process.nextTick(() => console.log(`  nextTick after ${place}`));
  Promise.resolve().then(() => console.log(`  promise after ${place}`));
}

announce('main script');

fs.readFile(__filename, () => {
  announce('poll phase: the file is read');
  setTimeout(() => announce('timers phase: the timeout is due'), 5);
  setImmediate(() => announce('check phase: the immediate'));
});
