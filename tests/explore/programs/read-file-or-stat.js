const { readFile, stat } = require('fs');
readFile(__filename, () => console.log('read'));
stat(__filename, () => console.log('stat'));
