setTimeout(() => {
  console.log('timer');
  setTimeout(() => console.log('second timer'), 5);
  setImmediate(() => console.log('immediate'));
}, 5);
