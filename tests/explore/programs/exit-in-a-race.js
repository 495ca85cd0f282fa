setTimeout(() => process.exit(1), 0);
setImmediate(() => {
  console.log('immediate');
  process.exit(2);
});
