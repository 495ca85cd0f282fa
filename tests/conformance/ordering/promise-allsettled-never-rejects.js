Promise.allSettled([1, Promise.reject('why'), new Promise((resolve) => setTimeout(resolve, 5, 'late'))])
  .then((results) => console.log(results));
