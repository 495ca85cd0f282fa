const { readFile } = require('fs');
readFile(__filename, () => console.log('first'));
readFile(__filename, () => console.log('second'));
