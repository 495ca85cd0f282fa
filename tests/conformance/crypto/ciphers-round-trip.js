'use strict';

const crypto = require('crypto');
const text = 'The quick brown fox jumps over the lazy dog, again and again.';
const authenticated = new Set(['gcm', 'ccm', 'ocb']);
for (const name of crypto.getCiphers()) {
  const { keyLength, ivLength, mode } = crypto.getCipherInfo(name);
  if (mode === 'wrap' || name.includes('hmac')) continue;
  const key = Buffer.alloc(keyLength, 'key of any length').map((byte, i) => byte + i);
  const iv = ivLength ? Buffer.alloc(ivLength, 'iv') : null;
  const hasTag = authenticated.has(mode) || name.includes('poly1305');
  const options = hasTag ? { authTagLength: 16 } : undefined;
  const cipher = crypto.createCipheriv(name, key, iv, options);
  const sealed = cipher.update(text, 'utf8', 'hex') + cipher.final('hex');
  const decipher = crypto.createDecipheriv(name, key, iv, options);
  if (hasTag) decipher.setAuthTag(cipher.getAuthTag());
  const opened = decipher.update(sealed, 'hex', 'utf8') + decipher.final('utf8');
  console.log(name, sealed, hasTag ? cipher.getAuthTag().toString('hex') : '', opened === text);
}
