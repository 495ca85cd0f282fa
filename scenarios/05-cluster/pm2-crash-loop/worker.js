// Works for 0.3 s, then fails.

console.log('working');
setTimeout(() => {
  console.error('a bug');
  process.exit(1);
}, 300);
