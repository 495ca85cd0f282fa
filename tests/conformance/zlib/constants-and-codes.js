'use strict';

const zlib = require('zlib');
console.log(zlib.constants);
console.log(zlib.codes);
console.log(Object.isFrozen(zlib.codes), Object.isFrozen(zlib.constants), Object.getPrototypeOf(zlib.constants));
console.log(Object.getOwnPropertyDescriptor(zlib.constants, 'Z_FINISH'));
try { zlib.constants.Z_FINISH = 9; } catch (e) { console.log(e.name); }
try { zlib.codes.Z_OK = 9; } catch (e) { console.log(e.name); }
zlib.constants.MINE = 1;
console.log(zlib.constants.MINE, zlib.Z_BEST_SPEED, zlib.BROTLI_PARAM_MODE);
