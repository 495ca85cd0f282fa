const fs = require('fs');
const stat = fs.statSync(__filename);
console.log(stat.isFile(), stat.isDirectory(), stat.size === fs.readFileSync(__filename).length, fs.statSync(__dirname).isDirectory(), fs.statSync('/no/such', { throwIfNoEntry: false }));
fs.access(__filename, fs.constants.R_OK, (error) => { console.log('access', error); fs.access('/no/such', (missing) => console.log(missing.code)); });
