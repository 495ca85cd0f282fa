console.log(typeof require('path').join, require('node:path') === require('path'));
