const util = require('util');
const log = util.debuglog('loopy');
log('never %d', 1);
console.log(log.enabled, typeof util.debug);
