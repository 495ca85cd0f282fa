const path = require('path');
console.log(process.cwd() === __dirname, path.basename(process.cwd()));
