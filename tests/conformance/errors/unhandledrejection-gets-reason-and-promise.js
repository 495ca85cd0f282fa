const promise = Promise.reject(new Error('why'));
process.on('unhandledRejection', (reason, which) => console.log(reason.message, which === promise));
