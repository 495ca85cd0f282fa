// @title  In which order does this print?
// @lesson Six lines, five queues. The main script runs to its end first. Then the nextTick queue is
// drained, then the promise jobs, and only then does the loop begin: its timers phase runs the timeout,
// its check phase the immediate. Real Node leaves the last two open when both are set at top level: it
// depends on whether a millisecond has passed before the loop first looks at its timers.

setTimeout(() => console.log('E: timeout'), 0);
setImmediate(() => console.log('F: immediate'));

console.log('A: first line of the script');

Promise.resolve().then(() => console.log('D: promise'));
process.nextTick(() => console.log('C: next tick'));

console.log('B: last line of the script');
