const { promisify } = require('util');
const timersPromises = require('timers/promises');
console.log(promisify(setTimeout) === timersPromises.setTimeout, promisify(setImmediate) === timersPromises.setImmediate);
promisify(setTimeout)(5, 'slept').then(console.log);
