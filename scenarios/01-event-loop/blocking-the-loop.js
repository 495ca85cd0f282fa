// @title  Blocking the event loop
// @lesson JavaScript runs on one thread. While a callback computes, nothing else can run: a heartbeat
// that should beat every 20 ms misses all its beats, and one late beat is all that is left of them.

const start = Date.now();
let beats = 0;

const heart = setInterval(() => {
  beats++;
  if (Date.now() - start > 150) {
    clearInterval(heart);
    console.log(beats < 5 ? 'most beats were lost' : 'the heart beat on time');
  }
}, 20);

setTimeout(() => {
  console.log('a long computation begins');
  const until = Date.now() + 120;
  while (Date.now() < until);
  console.log('and ends: nothing else ran meanwhile');
}, 10);
