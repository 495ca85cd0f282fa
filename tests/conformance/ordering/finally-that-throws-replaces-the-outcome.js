Promise.resolve('value')
  .finally(() => { throw new Error('from finally'); })
  .then(() => console.log('never'), (error) => console.log(error.message));
Promise.reject(new Error('first'))
  .finally(() => {})
  .catch((error) => console.log(error.message));
