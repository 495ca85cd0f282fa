Promise.any([Promise.reject(new Error('no')), new Promise((resolve) => setTimeout(resolve, 10, 'yes'))]).then(console.log);
Promise.any([Promise.reject(new Error('a')), Promise.reject(new Error('b'))]).catch((error) => {
  console.log(error.name, error.message, error.errors.map((each) => each.message));
});
Promise.any([]).catch((error) => console.log(error.constructor.name, error.errors.length));
