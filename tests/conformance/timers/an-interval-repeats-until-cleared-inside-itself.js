let count = 0;
const interval = setInterval(() => {
  console.log('beat', ++count);
  if (count === 3) clearInterval(interval);
}, 5);
