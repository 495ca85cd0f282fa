const { callbackify } = require('util');
const double = callbackify(async (n) => { if (n === 0) throw new Error('zero'); if (n < 0) throw null; return n * 2; });
double(4, (error, value) => console.log(error, value));
double(0, (error) => console.log(error.message));
double(-1, (error) => console.log(error.code, error.message, error.reason));
Promise.resolve().then(() => console.log('job'));
console.log('sync');
