setImmediate(() => {
  const started = process.hrtime.bigint();
  setTimeout(() => console.log('timeout'), 1);
  while (process.hrtime.bigint() - started < 20_000_000n);
  setImmediate(() => console.log('immediate'));
});
