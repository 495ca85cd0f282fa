console.log(Buffer.from('abcxyz', 'hex'), Buffer.from('abc', 'hex'), Buffer.from('zz', 'hex'), Buffer.from('AB cd', 'hex'));
console.log(Buffer.from('aGVs bG8', 'base64').toString(), Buffer.from('aGVsbG8', 'base64').toString(), Buffer.from('_-8', 'base64'), Buffer.from('/+8=', 'base64url'), Buffer.from('aG=VsbG8=', 'base64').toString());
