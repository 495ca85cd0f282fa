// With an encoding that takes several bytes for a unit, what is pushed next belongs to what was before.
const { Readable } = require('node:stream');

for (const encoding of ['base64', 'base64url', 'hex', 'utf16le', 'latin1']) {
  const source = new Readable({
    encoding,
    read() {
      this.push('xyz1');
      this.push(Buffer.from([1, 2, 3]));
      this.push('6162', 'hex');
      this.push(null);
    },
  });
  const parts = [];
  source.on('data', (text) => parts.push(text)).on('end', () => {
    console.log(encoding, parts, Buffer.from(parts.join(''), encoding));
  });
}

const put = new Readable({ encoding: 'base64', read() {} });
put.push('abcd');
put.unshift('abcd');
put.unshift(Buffer.from('ef'));
put.push(null);
put.on('data', (text) => console.log('put back', text));
