let beats = 0;
const interval = setInterval(() => {
  beats++;
  if (beats === 1) { const end = Date.now() + 100; while (Date.now() < end); }
  if (beats === 3) { clearInterval(interval); console.log('after the block', Date.now() - started >= 110); }
}, 10);
const started = Date.now();
