const started = performance.now();
setTimeout(() => {
  const elapsed = performance.now() - started;
  console.log(elapsed >= 19, elapsed < 1000);
}, 20);
