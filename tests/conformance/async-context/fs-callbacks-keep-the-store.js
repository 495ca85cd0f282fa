const { AsyncLocalStorage } = require('async_hooks');
const fs = require('fs');
const als = new AsyncLocalStorage();
als.run('reader', () => fs.readFile(__filename, 'utf8', (error, text) => console.log(error, text.split('\n').length > 3, als.getStore())));
