'use strict';

const crypto = require('crypto');
const { promisify } = require('util');
const derive = promisify(crypto.pbkdf2);
async function work(name) {
  for (let i = 0; i < 3; i++) {
    await derive('p', 's', 1, 8, 'sha1');
    console.log(name, i);
  }
}
work('only').then(() => console.log('then'));
Promise.resolve().then(() => console.log('job')).then(() => console.log('next job'));
console.log('script');
