const path = require('path');
module.exports = [require.main === module, path.basename(require.main.filename), path.basename(module.id), module.parent === require.main];
