'use strict';

const { constants } = require('crypto');
console.log(Object.keys(constants).length, constants);
console.log(require('node:crypto').constants === constants);
try { constants.RSA_PKCS1_PADDING = 5; } catch (error) { console.log(error.name); }
