setImmediate(() => console.log('immediate'));
queueMicrotask(() => {
  console.log('outer');
  queueMicrotask(() => {
    console.log('inner');
    queueMicrotask(() => console.log('innermost'));
  });
});
