const util = require('util');
console.log(['a'.repeat(120)]);
console.log(util.inspect('b'.repeat(50), { maxStringLength: 10 }));
console.log(util.inspect(['line one\nline two\n' + 'c'.repeat(80)]));
console.log(util.inspect({ text: 'first line is quite long indeed\nsecond line is also long\nthird' }));
