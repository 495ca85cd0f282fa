console.log('main starts');
const a = require('./a');
const b = require('./b');
console.log('main: a.done =', a.done, 'b.done =', b.done);
