process.on('uncaughtException', (error, origin) => console.log('uncaught', error.message, origin));
process.on('unhandledRejection', (reason) => { throw new Error('from handler: ' + reason); });
Promise.reject('r');
setTimeout(() => console.log('alive'), 10);
