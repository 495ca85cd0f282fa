const util = require('util');
console.log(util.getSystemErrorName(-2), util.getSystemErrorName(-13), util.getSystemErrorMap().get(-2));
const controller = new AbortController();
util.aborted(controller.signal, {}).then(() => console.log('aborted'));
controller.abort();
