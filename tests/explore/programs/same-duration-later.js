const { stat } = require('fs');
setTimeout(() => console.log('a'), 2);
setTimeout(() => console.log('b'), 4);
setImmediate(() => setTimeout(() => console.log('c'), 2));
