Promise.all([
  new Promise((_, reject) => setTimeout(reject, 40, new Error('late'))),
  new Promise((_, reject) => setTimeout(reject, 10, new Error('early'))),
  Promise.resolve('fine'),
]).catch((error) => console.log(error.message));
