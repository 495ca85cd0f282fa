const spin = (ms) => { const end = performance.now() + ms; while (performance.now() < end); };
setTimeout(() => {
  setTimeout(() => console.log('set before the block'), 5);
  spin(80);
  console.log('blocked');
}, 5);
setTimeout(() => console.log('overdue by then'), 60);
