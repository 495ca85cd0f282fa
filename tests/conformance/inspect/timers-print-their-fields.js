const util = require('util');
const timer = setTimeout(function tick() {}, 50);
console.log(util.inspect(timer, { depth: 0 }).replace(/_idleStart: \d+/, '_idleStart: N').replace(/asyncId\)\]: \d+/g, 'asyncId)]: N').replace(/triggerId\)\]: \d+/g, 'triggerId)]: N'));
clearTimeout(timer);
