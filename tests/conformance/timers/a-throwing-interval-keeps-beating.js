let beats = 0;
process.on('uncaughtException', (error) => console.log('caught', error.message));
const interval = setInterval(() => {
  if (++beats === 3) clearInterval(interval);
  throw new Error('beat ' + beats);
}, 5);
