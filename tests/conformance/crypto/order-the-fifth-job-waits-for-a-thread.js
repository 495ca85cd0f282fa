'use strict';

const crypto = require('crypto');
const order = [];
const done = (name) => () => {
  order.push(name);
  if (order.length === 5) console.log(order[0] !== 'quick', order.includes('quick'));
};
for (let i = 0; i < 4; i++) crypto.pbkdf2('p', 's', 100000, 8, 'sha512', done(`slow ${i}`));
crypto.pbkdf2('p', 's', 1, 8, 'sha512', done('quick'));
