const { AsyncLocalStorage } = require('async_hooks');
const als = new AsyncLocalStorage();
const work = async (name) => {
  for (let i = 0; i < 3; i++) {
    await i;
    console.log(name, als.getStore());
  }
};
als.run({ id: 1 }, () => work('one'));
als.run({ id: 2 }, () => work('two'));
work('none');
