// Immediates that throw among others that don't.
process.on('uncaughtException', (error) => console.log('caught', error.message));
for (let i = 1; i <= 4; i++) {
  setImmediate(() => {
    console.log('immediate', i);
    process.nextTick(() => console.log('tick of', i));
    setImmediate(() => console.log('immediate of', i));
    if (i % 2 === 0) throw new Error(`of ${i}`);
  });
}
