console.log(require.main === module, require('./helper'));
