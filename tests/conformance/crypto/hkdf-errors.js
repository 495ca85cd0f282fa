'use strict';

const crypto = require('crypto');
const attempt = (f) => {
  try {
    console.log(f());
  } catch (error) {
    console.log(error.name, error.code, error.message);
  }
};
for (const args of [
  [], [1, 'a'], [{}, 'a'], ['sha256', 1], ['sha256', {}], ['sha256', null], ['sha256', 'secret', 1], ['sha256', 'secret', false], ['sha256', 'secret', 'salt', 1],
  ['sha256', 'secret', 'salt', []], ['sha256', 'secret', 'salt', 'info', 'x'], ['sha256', 'secret', 'salt', 'info', -1], ['sha256', 'secret', 'salt', 'info', 1.5],
  ['sha256', 'secret', 'salt', 'info', 2 ** 32 + 1], ['nope', 'a', '', '', 10], ['nope', 'a', '', Buffer.alloc(1025), 10], ['sha512', 'a', '', '', 64 * 255 + 1], ['shake128', 'a', '', '', 10],
]) {
  attempt(() => crypto.hkdfSync(...args));
  if (args[0] !== 'shake128') attempt(() => crypto.hkdf(...args, () => {}));
}
attempt(() => crypto.hkdf('sha256', 'secret', 'salt', 'info', 10));
attempt(() => crypto.hkdf('nope', 'secret', 'salt', 'info', 10));
