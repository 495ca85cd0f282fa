import crypto, { createHash, randomUUID, webcrypto, constants } from 'crypto';
import { pbkdf2Sync } from 'node:crypto';
console.log(createHash === crypto.createHash, randomUUID().length, webcrypto === globalThis.crypto, typeof constants);
console.log(pbkdf2Sync('a', 'b', 1, 4, 'sha1').toString('hex'));
