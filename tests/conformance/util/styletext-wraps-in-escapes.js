const util = require('util');
console.log(JSON.stringify(util.styleText('red', 'text')), JSON.stringify(util.styleText('bold', 'b')));
try { util.styleText('nocolour', 'x'); } catch (error) { console.log(error.code); }
