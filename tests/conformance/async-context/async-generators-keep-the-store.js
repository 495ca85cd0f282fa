const { AsyncLocalStorage } = require('async_hooks');
const als = new AsyncLocalStorage();
async function* source() { for (let i = 0; i < 2; i++) { await null; yield `${als.getStore()} ${i}`; } }
als.run('consumer', async () => { for await (const value of source()) console.log(value, als.getStore()); });
