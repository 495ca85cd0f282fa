const { AsyncLocalStorage } = require('async_hooks');
const als = new AsyncLocalStorage();
let settle;
const promise = als.run('creator', () => new Promise((resolve) => { settle = resolve; }));
als.run('listener', () => promise.then(() => console.log('then in', als.getStore())));
als.run('settler', () => settle());
promise.then(() => console.log('then in', als.getStore()));
