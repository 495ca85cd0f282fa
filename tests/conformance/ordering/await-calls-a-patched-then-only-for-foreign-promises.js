const promise = Promise.resolve('native');
promise.then = function (...handlers) { console.log('own then'); return Promise.prototype.then.apply(this, handlers); };
(async () => {
  console.log(await promise);
  console.log(await Promise.all([promise]));
})();
