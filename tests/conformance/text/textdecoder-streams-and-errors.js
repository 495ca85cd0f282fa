// Random bytes in random chunks: what each gives, and which state an error leaves.
let seed = 2024;
function below(n) {
  seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
  return (seed >>> 8) % n;
}
const notable = [0x41, 0x7f, 0x80, 0xbf, 0xc0, 0xc2, 0xdf, 0xe0, 0xa0, 0xed, 0x9f, 0xef, 0xbb, 0xbf, 0xf0, 0x90, 0xf4, 0x8f, 0xf5, 0xff, 0xe2, 0x82, 0xac, 0xd8, 0xdc, 0xfe, 0];
const hex = (text) => Array.from({ length: text.length }, (_, i) => text.charCodeAt(i).toString(16)).join('.');
for (const encoding of ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'shift_jis', 'gb18030', 'euc-jp', 'big5', 'iso-2022-jp', 'euc-kr']) {
  for (const options of [{}, { fatal: true }, { ignoreBOM: true }, { fatal: true, ignoreBOM: true }]) {
    const decoder = new TextDecoder(encoding, options);
    const results = [];
    for (let i = 0; i < 40; i++) {
      const bytes = Uint8Array.from({ length: below(6) }, () => below(4) ? notable[below(notable.length)] : below(256));
      const stream = below(3) > 0;
      const input = Buffer.from(bytes).toString('hex') + (stream ? '~' : '.');
      try { results.push(`${input}${hex(decoder.decode(bytes, { stream }))}`); } catch (error) { results.push(`${input}!${error.code}`); }
    }
    console.log(encoding, options, results.join(' '));
  }
}
// What an earlier chunk has left may not fit into the room a chunk is given.
const narrow = new TextDecoder('gb18030');
for (const bytes of [[0x33, 0xef], [0xdc]]) {
  try { console.log(narrow.decode(Uint8Array.from(bytes), { stream: true })); } catch (error) { console.log(error.name, error.code); }
}
