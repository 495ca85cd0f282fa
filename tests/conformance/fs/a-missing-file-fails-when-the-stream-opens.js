const fs = require('fs');
const wanted = [{}, { emitClose: false }, { autoClose: false }];
const next = () => {
  const options = wanted.shift();
  if (!options) return;
  const stream = fs.createReadStream('/none/at/all', options);
  stream.on('error', (error) => console.log(JSON.stringify(options), 'error', error.message, stream.destroyed));
  stream.on('close', () => console.log(JSON.stringify(options), 'close'));
  stream.on('open', () => console.log('open'));
  setTimeout(next, 30);
};
next();
