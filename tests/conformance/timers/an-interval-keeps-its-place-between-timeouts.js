let beats = 0;
const interval = setInterval(() => {
  console.log('interval', ++beats);
  if (beats === 3) clearInterval(interval);
}, 40);
setTimeout(() => console.log('timeout 60'), 60);
setTimeout(() => console.log('timeout 100'), 100);
