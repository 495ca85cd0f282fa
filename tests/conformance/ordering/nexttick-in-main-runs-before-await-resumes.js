(async () => {
  console.log(1);
  await 0;
  console.log(2);
  process.nextTick(() => console.log('tick from async'));
  await 0;
  console.log(3);
})();
process.nextTick(() => console.log('tick from main'));
