setImmediate(() => {
  setTimeout(() => console.log('timeout'), 1);
  setImmediate(() => console.log('immediate of the next turn'));
  const end = performance.now() + 10;
  while (performance.now() < end);
});
setImmediate(() => console.log('immediate of this turn'));
