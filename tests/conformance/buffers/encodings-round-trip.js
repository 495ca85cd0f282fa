const text = 'aé漢😀 z';
for (const encoding of ['utf8', 'utf-8', 'utf16le', 'ucs2', 'hex', 'base64', 'base64url', 'latin1', 'binary', 'ascii']) {
  const encoded = Buffer.from(text).toString(encoding);
  console.log(encoding, JSON.stringify(encoded), Buffer.from(encoded, encoding).length);
}
console.log(Buffer.from(text, 'utf16le'), Buffer.from('é', 'latin1'), Buffer.from('é', 'ascii'));
