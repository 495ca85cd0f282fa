// Rejected with something that is no error.
process.on('exit', (code) => console.log('exit', code));
setTimeout(() => console.log('still here'), 10);
Promise.reject({ status: 404 });
