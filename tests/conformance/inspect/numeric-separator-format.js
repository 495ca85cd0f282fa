const util = require('util');
const show = () => console.log(util.format('%d %s %i %f %o %O %j', 1234567, 1234567, 1234567.8, 12345.6789, 1234567, 1234567, 1234567));
show();
util.inspect.defaultOptions.numericSeparator = true;
show();
console.log(util.format('%d %s %i', 12345678901234567890n, 12345n, 12345n), 1234567);
console.log(util.formatWithOptions({ numericSeparator: false }, '%d %s', 1234567, 12345n));
util.inspect.defaultOptions.numericSeparator = false;
console.log(util.formatWithOptions({ numericSeparator: true }, '%d %s %f', 1234567, 12345n, 12345.678));
