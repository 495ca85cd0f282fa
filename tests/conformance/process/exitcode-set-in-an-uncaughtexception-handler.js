process.on('uncaughtException', (error) => {
  console.log('handled', error.message);
  process.exitCode = 12;
});
throw new Error('x');
