const { createReadStream } = require('fs');
for (const name of ['a', 'b'])
  createReadStream(__filename)
    .on('data', () => console.log(name, 'data'))
    .on('end', () => console.log(name, 'end'));
