const { StringDecoder } = require('string_decoder');
const attempt = (run) => { try { console.log(run()); } catch (error) { console.log(error.name, error.code, error.message); } };
for (const encoding of [undefined, null, '', 'UTF8', 'Utf-16LE', 'binary', 'BASE64URL', 'buffer', 'raw', 1, true, {}, [], ['utf8'], { toString() { return 'utf8'; } }, new String('hex'), Symbol('s'), -0, 1n, Object.create(null)]) attempt(() => new StringDecoder(encoding).encoding);
const decoder = new StringDecoder();
for (const input of [undefined, null, 1, 'text', {}, [], new ArrayBuffer(2), new Uint16Array([0x4142]), new DataView(new ArrayBuffer(2)), Symbol('q')]) {
  attempt(() => JSON.stringify(decoder.write(input)));
  attempt(() => JSON.stringify(decoder.end(input)));
}
console.log(decoder, Reflect.ownKeys(StringDecoder.prototype));
decoder.write(Buffer.from([0xe2, 0x82]));
console.log(decoder.lastChar, decoder.lastNeed, decoder.lastTotal, JSON.stringify(decoder.write('kept back')), JSON.stringify(decoder.end()));
attempt(() => { const changed = new StringDecoder(); changed.encoding = 'hex'; return changed.write(Buffer.from('é')); });
attempt(() => { const shared = new StringDecoder(); shared.lastChar[0] = 0x41; return [shared.lastChar, shared.end()]; });
attempt(() => { 'use strict'; decoder.lastNeed = 3; });
attempt(() => new StringDecoder().text(Buffer.from('hello é'), 2));
attempt(() => StringDecoder.prototype.write.call({}, Buffer.from('a')));
attempt(() => { function Old() { StringDecoder.call(this, 'latin1'); } require('util').inherits(Old, StringDecoder); return new Old().write(Buffer.from([0xe9])); });
