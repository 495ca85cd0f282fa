// Ticks that throw, one after another.
process.on('uncaughtException', (error) => console.log('caught', error.message));
for (let i = 1; i <= 3; i++) {
  process.nextTick(() => {
    console.log('tick', i);
    Promise.resolve().then(() => console.log('promise of tick', i));
    setImmediate(() => console.log('immediate of tick', i));
    throw new Error(`of tick ${i}`);
  });
}
process.nextTick(() => console.log('last tick'));
