let rounds = 0;
process.on('beforeExit', () => {
  console.log('beforeExit', ++rounds);
  if (rounds < 3) setTimeout(() => console.log('more work', rounds), 1);
});
process.on('exit', () => console.log('exit'));
