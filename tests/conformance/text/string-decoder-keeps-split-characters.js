const { StringDecoder } = require('string_decoder');
const decoder = new StringDecoder('utf8');
const bytes = Buffer.from('é漢😀');
console.log([...bytes].map((byte) => JSON.stringify(decoder.write(Buffer.from([byte])))).join(' '), JSON.stringify(decoder.end()));
console.log(JSON.stringify(decoder.write(Buffer.from([0xe6, 0xbc]))), JSON.stringify(decoder.end()), JSON.stringify(decoder.write(Buffer.from([0xff, 0x61]))));
const wide = new StringDecoder('utf16le'); console.log(JSON.stringify(wide.write(Buffer.from([0x3d]))), JSON.stringify(wide.write(Buffer.from([0xd8, 0x00, 0xde]))), JSON.stringify(wide.end()));
const base = new StringDecoder('base64'); console.log(base.write(Buffer.from('a')), base.write(Buffer.from('bc')), base.end(Buffer.from('d')));
console.log(new StringDecoder().encoding, new StringDecoder('UCS2').encoding);
try { new StringDecoder('nope'); } catch (error) { console.log(error.code, error.message); }
