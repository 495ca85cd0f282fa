const { AsyncLocalStorage } = require('async_hooks');
const als = new AsyncLocalStorage();
const in_ = (name, ms) => als.run(name, () => new Promise((resolve) => setTimeout(resolve, ms, name)));
als.run('caller', () => {
  for (const way of ['all', 'race', 'any', 'allSettled']) Promise[way]([in_('a', 5), in_('b', 25)]).then(() => console.log(way, als.getStore()));
});
