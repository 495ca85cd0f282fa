const util = require('util');
console.log(util.stripVTControlCharacters('\u001b[31mred\u001b[39m plain'), util.toUSVString('a\ud800b') === 'a\ufffdb');
console.log(util.isArray([]), util.isArray({}), util.types === require('util/types'));
