new Promise((resolve, reject) => {
  resolve('first');
  reject(new Error('second'));
  resolve('third');
  throw new Error('fourth');
}).then(console.log, () => console.log('never'));
