// @title  Splitting work with setImmediate
// @lesson The same amount of computing as in "Blocking the event loop", in slices of a few milliseconds.
// After each slice an immediate asks for the next one, so the loop goes round in between and the
// heartbeat stays on time.

const start = Date.now();
let beats = 0;

const heart = setInterval(() => {
  beats++;
  if (Date.now() - start > 150) {
    clearInterval(heart);
    console.log(beats < 5 ? 'most beats were lost' : 'the heart beat on time');
  }
}, 20);

let slices = 40;
function slice() {
  const until = Date.now() + 3;
  while (Date.now() < until);
  if (--slices > 0) setImmediate(slice);
  else console.log('the computation is complete');
}

setTimeout(() => {
  console.log('a long computation begins');
  slice();
}, 10);
