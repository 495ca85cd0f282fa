const fs = require('fs');
process.on('uncaughtException', (error) => console.log('uncaught', error.code ?? error.message));
fs.readFile('/no/such', (error) => { if (error) throw error; });
setTimeout(() => console.log('alive'), 100);
