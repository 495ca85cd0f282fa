process.on('unhandledRejection', () => console.log('never'));
const promise = Promise.reject(new Error('late catch'));
process.nextTick(() => Promise.resolve().then(() => promise.catch((error) => console.log('caught', error.message))));
