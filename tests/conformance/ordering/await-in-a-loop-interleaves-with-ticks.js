(async () => {
  for (let i = 0; i < 3; i++) {
    process.nextTick(() => console.log('tick', i));
    await i;
    console.log('resumed', i);
  }
})();
console.log('sync');
