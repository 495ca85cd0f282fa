'use strict';

const crypto = require('crypto');
const hmac = crypto.createHmac('sha256', 'key');
hmac.on('data', (data) => console.log('data', data.toString('hex')));
for (const name of ['finish', 'end', 'close']) hmac.on(name, () => console.log(name));
hmac.write('one');
hmac.end('two', () => console.log('ended'));
console.log('written', crypto.createHmac('sha256', 'key').update('onetwo').digest('hex'));
