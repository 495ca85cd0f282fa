const path = require('path');
console.log(arguments.length, arguments[0] === exports, arguments[1] === require, arguments[2] === module);
console.log(path.basename(arguments[3]) === path.basename(__filename), arguments[4] === __dirname);
console.log(this === module.exports, path.basename(__filename), path.basename(__dirname));
