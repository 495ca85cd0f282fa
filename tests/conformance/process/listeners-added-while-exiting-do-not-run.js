process.on('exit', () => {
  console.log('first');
  process.on('exit', () => console.log('never'));
});
