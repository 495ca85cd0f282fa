console.log(require('selfish/part'));
