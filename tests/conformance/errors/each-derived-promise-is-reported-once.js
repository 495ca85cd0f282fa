process.on('unhandledRejection', (reason) => console.log('unhandled', reason));
const root = Promise.reject('root');
root.then(() => {});
root.then(() => {}).finally(() => console.log('finally'));
