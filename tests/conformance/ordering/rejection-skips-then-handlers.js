Promise.reject(new Error('skip'))
  .then(() => console.log('never'))
  .then(() => console.log('never'))
  .catch((error) => { console.log('caught', error.message); return 'recovered'; })
  .then((value) => console.log(value));
Promise.resolve().then(() => console.log(1)).then(() => console.log(2)).then(() => console.log(3));
