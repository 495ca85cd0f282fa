// One sum for each encoding and lead byte says whether a table differs.
const encodings = ['ibm866', 'iso-8859-2', 'iso-8859-3', 'iso-8859-4', 'iso-8859-5', 'iso-8859-6', 'iso-8859-7', 'iso-8859-8', 'iso-8859-8-i', 'iso-8859-10',
  'iso-8859-13', 'iso-8859-14', 'iso-8859-15', 'koi8-r', 'koi8-u', 'macintosh', 'windows-874', 'windows-1250', 'windows-1251', 'windows-1252', 'windows-1253',
  'windows-1254', 'windows-1255', 'windows-1256', 'windows-1257', 'windows-1258', 'x-mac-cyrillic', 'gbk', 'gb18030', 'big5', 'euc-jp', 'iso-2022-jp',
  'shift_jis', 'euc-kr'];
function sum(text) {
  let value = 0;
  for (let i = 0; i < text.length; i++) value = (Math.imul(value, 31) + text.charCodeAt(i)) | 0;
  return (value >>> 0).toString(36);
}
function decoded(decoder, bytes) {
  try { return decoder.decode(bytes); } catch { return '!'; }
}
for (const encoding of encodings) {
  let plain;
  try { plain = new TextDecoder(encoding); } catch (error) { console.log(encoding, error.code); continue; }
  const fatal = new TextDecoder(encoding, { fatal: true });
  let single = '';
  for (let byte = 0; byte < 256; byte++) single += `${decoded(plain, Uint8Array.of(byte))}|${decoded(fatal, Uint8Array.of(byte))}|`;
  const sums = [];
  for (let lead = 128; lead < 256; lead++) {
    let double = '';
    for (let trail = 0; trail < 256; trail += 1) double += `${decoded(plain, Uint8Array.of(lead, trail))}|`;
    sums.push(sum(double));
  }
  console.log(encoding, sum(single), sums.join(' '));
}
console.log(new TextDecoder('gb18030').decode(Uint8Array.of(0x80, 0xa6, 0xd9, 0xa3, 0xa0, 0xfe, 0x59, 0x84, 0x31, 0x82, 0x36)));
