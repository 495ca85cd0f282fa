const stream = require('fs').createReadStream(__filename);
stream.on('close', () => console.log('close'));
stream.on('open', () => {
  stream.destroy();
  setImmediate(() => console.log('immediate'));
});
