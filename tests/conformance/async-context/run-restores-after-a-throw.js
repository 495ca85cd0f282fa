const { AsyncLocalStorage } = require('async_hooks');
const als = new AsyncLocalStorage();
als.enterWith('base');
try { als.run('inner', () => { throw new Error('out'); }); } catch (error) { console.log(error.message, als.getStore()); }
