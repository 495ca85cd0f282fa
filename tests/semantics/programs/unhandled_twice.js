// Two of them, the first handled late.
process.on('rejectionHandled', () => console.log('handled after all'));
const late = Promise.reject(new Error('late'));
late.stack = undefined;
process.on('unhandledRejection', (reason) => console.log('unhandled', reason.message));
Promise.reject(new Error('never'));
setTimeout(() => late.catch((error) => console.log('caught', error.message)), 10);
