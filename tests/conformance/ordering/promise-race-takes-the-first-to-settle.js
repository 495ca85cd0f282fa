const after = (ms, value) => new Promise((resolve) => setTimeout(resolve, ms, value));
Promise.race([after(50, 'slow'), after(10, 'fast')]).then((value) => console.log(value));
Promise.race([Promise.resolve('first'), 'second']).then((value) => console.log(value));
Promise.race([new Promise((resolve) => process.nextTick(resolve, 'tick')), Promise.reject(new Error('job'))])
  .then((value) => console.log(value), (error) => console.log('rejected', error.message));
