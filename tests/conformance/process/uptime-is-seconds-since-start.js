const started = process.uptime();
setTimeout(() => {
  const elapsed = process.uptime() - started;
  console.log(elapsed > 0.015, elapsed < 2);
}, 20);
