const attempt = (...parts) => {
  const run = parts.pop();
  try { console.log(...parts, JSON.stringify(run())); } catch (error) { console.log(...parts, error.name, error.code, error.message, Object.keys(error)); }
};
const bytes = Uint8Array.of(0x80, 0x9f, 0x81, 0xe9);
for (const label of ['utf8', 'latin1', 'utf-16le']) {
  const decoder = new TextDecoder(label);
  for (const streaming of [false, true]) {
    if (streaming) attempt(label, 'begin', () => decoder.decode(bytes, { stream: true }));
    attempt(label, 'bytes', () => decoder.decode(bytes));
    attempt(label, 'buffer', () => decoder.decode(bytes.buffer));
    attempt(label, 'view', () => decoder.decode(new DataView(bytes.buffer, 1)));
    attempt(label, 'words', () => decoder.decode(new Uint16Array(bytes.buffer)));
    attempt(label, 'shared', () => decoder.decode(new SharedArrayBuffer(2)));
    attempt(label, 'none', () => decoder.decode());
    attempt(label, 'no options', () => decoder.decode(bytes, null));
    for (const input of [null, 'text', 1, [1], {}]) attempt(label, input, () => decoder.decode(input));
    for (const options of [1, 'text']) attempt(label, bytes, options, () => decoder.decode(bytes, options));
    attempt(label, 'both wrong', () => decoder.decode(null, 1));
  }
}
for (const label of ['utf8', 'utf-16le', 'latin1']) {
  for (const name of ['fatal', 'ignoreBOM']) {
    for (const answers of ['TF', 'FT']) {
      let asked = 0;
      const decoder = new TextDecoder(label, { get [name]() { return answers[asked++] === 'T'; } });
      attempt(label, name, answers, asked, decoder[name], () => decoder.decode(Uint8Array.of(0xef, 0xbb, 0xbf)).length);
    }
  }
}
for (const label of ['utf8', 'utf-16le', 'sjis']) attempt(label, () => new TextDecoder(label, { fatal: true }).decode(Uint8Array.of(0xff)));
