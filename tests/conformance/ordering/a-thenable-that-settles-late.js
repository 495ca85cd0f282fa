const thenable = { then(resolve) { setTimeout(() => { console.log('timer'); resolve('late'); }, 5); } };
(async () => {
  console.log(await thenable);
  console.log('after');
})();
Promise.resolve().then(() => console.log('job'));
