'use strict';

const crypto = require('crypto');
const decipher = crypto.createDecipheriv('aes-128-cbc', Buffer.alloc(16), Buffer.alloc(16));
decipher.update(Buffer.alloc(16));
decipher.final();
