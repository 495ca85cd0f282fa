const path = require('path');
const id = require.resolve('./counter');
console.log(path.basename(id), require('./counter'), require('./counter'));
console.log(require.cache[id].exports, require.cache[id].loaded, Object.keys(require.cache).map((file) => path.basename(file)));
delete require.cache[id];
console.log(require('./counter'));
