'use strict';

const crypto = require('crypto');
crypto.pbkdf2('p', 's', 100000, 8, 'sha512', () => console.log('never'));
process.on('exit', () => console.log('exit', crypto.createHash('md5').update('still works').digest('hex')));
setImmediate(() => process.exit());
