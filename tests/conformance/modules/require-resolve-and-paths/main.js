const path = require('path');
console.log(path.basename(require.resolve('./lib/thing')), require.resolve('fs'), require.resolve('node:fs'));
console.log(require.resolve.paths('x').length > 0, require.resolve.paths('fs'), require.resolve.paths('./x').map((p) => path.basename(p)));
try { require.resolve('./nothing'); } catch (error) { console.log(error.code); }
