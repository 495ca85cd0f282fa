const { promisify } = require('util');
function old(callback) { callback(null, 'old'); }
old[promisify.custom] = () => Promise.resolve('custom');
promisify(old)().then(console.log);
console.log(promisify.custom, promisify(old) === old[promisify.custom]);
