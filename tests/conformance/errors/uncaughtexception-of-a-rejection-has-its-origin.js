process.on('uncaughtException', (error, origin) => console.log(error.message, origin));
Promise.reject(new Error('rejected'));
setTimeout(() => console.log('alive'), 10);
