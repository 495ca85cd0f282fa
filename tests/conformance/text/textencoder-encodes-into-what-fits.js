const encoder = new TextEncoder();
const attempt = (run) => { try { console.log(run()); } catch (error) { console.log(error.name, error.code, error.message); } };
for (const input of [undefined, null, '', 1, {}, [1, 2], '\ud800', 'a\udc00b', '\u{1f600}\ud83d', '\0é漢', 1n, Symbol('x'), { toString() { return 'own'; } }]) attempt(() => encoder.encode(input));
for (const [text, room] of [['é!', 1], ['é!', 2], ['漢', 2], ['\u{1f600}', 3], ['\u{1f600}', 4], ['\ud800x', 2], ['\ud800x', 3], ['\ud800x', 4], ['abc', 0], ['', 4], ['a\u{1f600}b', 5]]) {
  const bytes = new Uint8Array(room);
  console.log(encoder.encodeInto(text, bytes), bytes);
}
attempt(() => { const buffer = new ArrayBuffer(8); encoder.encodeInto('xyz', new Uint8Array(buffer, 3, 2)); return buffer; });
for (const target of [new Uint16Array(2), null, undefined, [], new Uint8ClampedArray(2), new ArrayBuffer(4), new DataView(new ArrayBuffer(3))]) attempt(() => encoder.encodeInto('x', target));
attempt(() => encoder.encodeInto(1, new Uint8Array(1)));
attempt(() => TextEncoder.prototype.encode.call({}));
attempt(() => TextEncoder.prototype.encoding);
