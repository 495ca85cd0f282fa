require('fs').stat(__filename, () => console.log('stat'));
setTimeout(() => console.log('timeout'), 0);
setImmediate(() => console.log('immediate'));
