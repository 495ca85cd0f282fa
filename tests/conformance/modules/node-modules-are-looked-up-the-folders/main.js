console.log(require('./inner/deep'));
