'use strict';

const crypto = require('crypto');
setTimeout(() => console.log('timer of 300 ms'), 300);
crypto.pbkdf2('p', 's', 1, 8, 'sha1', () => console.log('one iteration'));
crypto.pbkdf2('p', 's', 1000000, 8, 'sha512', () => console.log('a million iterations'));
