const id = require.resolve('./real');
require.cache[id] = { id, filename: id, loaded: true, exports: 'a fake' };
console.log(require('./real'));
