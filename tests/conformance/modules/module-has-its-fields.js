const path = require('path');
console.log(require.main === module, module.id, path.basename(module.filename), module.loaded, module.parent, module.children);
console.log(module.paths.every((folder) => folder.endsWith('node_modules')), module.constructor.name);
setImmediate(() => console.log('later', module.loaded));
