// Ticks and promise jobs between immediates of one check phase.
for (let i = 1; i <= 3; i++) {
  setImmediate(() => {
    console.log('immediate', i);
    process.nextTick(() => console.log('tick of immediate', i));
    Promise.resolve().then(() => console.log('promise of immediate', i));
  });
}
