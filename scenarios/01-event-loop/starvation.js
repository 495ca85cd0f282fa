// @title  Starving the loop
// @lesson A tick that always asks for another tick never lets the loop take a turn: no timer, no I/O,
// no immediate. Here it stops after 1000, and the timer that was due long ago runs late. The same
// recursion with setImmediate gives every other queue its turn in between.

let ticks = 0;

setTimeout(() => {
  console.log(`timer asked for 1 ms; ran after ${ticks} ticks`);
  politely(3);
}, 1);

(function again() {
  if (++ticks < 1000) process.nextTick(again);
})();

function politely(times) {
  setTimeout(() => console.log('a timer gets in between'), 0);
  (function next() {
    console.log(`immediate, ${times} to go`);
    const until = Date.now() + 2;
    while (Date.now() < until);
    if (--times > 0) setImmediate(next);
  })();
}
