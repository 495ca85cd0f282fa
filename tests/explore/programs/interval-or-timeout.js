let ticks = 0;
const interval = setInterval(() => {
  console.log('tick', ++ticks);
  if (ticks === 3) clearInterval(interval);
}, 2);
setTimeout(() => console.log('timeout'), 5);
