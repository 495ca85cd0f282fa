const spin = (ms) => { const end = performance.now() + ms; while (performance.now() < end); };
setImmediate(() => {
  setTimeout(() => {
    console.log('outer');
    setTimeout(() => console.log('inner'), 2);
    spin(6);
  }, 1);
  setImmediate(() => {
    console.log('immediate 1');
    setImmediate(() => console.log('immediate 2'));
  });
  spin(6);
});
