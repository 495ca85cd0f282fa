const { StringDecoder } = require('string_decoder');
let seed = 7;
function below(n) {
  seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
  return (seed >>> 8) % n;
}
const notable = [0x41, 0x7f, 0x80, 0xbf, 0xc0, 0xc1, 0xc2, 0xdf, 0xe0, 0xa0, 0xed, 0x9f, 0xef, 0xbb, 0xf0, 0x90, 0xf4, 0x8f, 0xf5, 0xf8, 0xff, 0xe2, 0x82, 0xac, 0xd8, 0xdc, 0xfe, 0];
for (const encoding of ['utf8', 'utf16le', 'base64', 'base64url', 'hex', 'latin1', 'ascii']) {
  for (let i = 0; i < 40; i++) {
    const decoder = new StringDecoder(encoding);
    const state = () => `[${decoder.lastNeed},${decoder.lastTotal},${decoder.lastChar.toString('hex')}]`;
    const steps = [];
    for (let count = 1 + below(5); count > 0; count--) {
      const bytes = Buffer.from(Array.from({ length: below(7) }, () => below(5) ? notable[below(notable.length)] : below(256)));
      const way = below(8);
      const text = way === 0 ? decoder.end(bytes) : way === 1 ? decoder.end() : decoder.write(bytes);
      steps.push(`${way < 2 ? 'end ' : ''}${bytes.toString('hex')} ${JSON.stringify(text)} ${state()}`);
    }
    console.log(encoding, steps.join('; '), JSON.stringify(decoder.end()), state());
  }
}
