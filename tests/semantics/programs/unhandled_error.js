// Rejected with an error and never handled: a warning before Node 15, the end of the program since.
process.on('exit', (code) => console.log('exit', code));
setTimeout(() => console.log('still here'), 10);
Promise.reject(new Error('nobody listens'));
console.log('main');
