process.on('unhandledRejection', (reason) => console.log('unhandled', reason.message));
process.on('rejectionHandled', (which) => console.log('handled', which === promise));
const promise = Promise.reject(new Error('late'));
setTimeout(() => promise.catch(() => console.log('caught')), 10);
