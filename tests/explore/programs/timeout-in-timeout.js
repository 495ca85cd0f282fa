setTimeout(() => {
  console.log('outer');
  setTimeout(() => console.log('inner'), 1);
  setImmediate(() => console.log('immediate'));
}, 1);
setTimeout(() => console.log('other'), 3);
