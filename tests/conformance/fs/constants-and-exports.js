const fs = require('fs');
console.log(fs.constants);
console.log(fs.promises === require('fs/promises'), fs.promises.constants === fs.constants);
console.log(Object.keys(fs).join(' '));
console.log(Object.keys(fs.promises).join(' '));
console.log(Object.entries(fs).filter(([, value]) => typeof value === 'function').map(([key, { name, length }]) => `${key}/${name}/${length}`).join(' '));
