// Without a listener of 'unhandledRejection', the first rejection handled too late.
const late = Promise.reject('late');
setTimeout(() => late.catch((reason) => console.log('caught', reason)), 10);
