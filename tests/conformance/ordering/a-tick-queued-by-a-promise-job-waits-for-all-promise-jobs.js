Promise.resolve().then(() => {
  console.log('job 1');
  process.nextTick(() => console.log('tick'));
}).then(() => console.log('job 2')).then(() => console.log('job 3'));
