// An entry of require.cache stands for a core module too, unless that is asked for with its scheme.
const fake = { readFileSync: 'fake' };
require.cache.fs = { exports: fake, loaded: true };
console.log(require('fs') === fake, require('node:fs') === fake, typeof require('node:fs').readFileSync);
delete require.cache.fs;
console.log(typeof require('fs').readFileSync);
console.log(require(__dirname + '/lib/missing/..') === require('./lib/'), require('./lib/.') === require('./lib'));
