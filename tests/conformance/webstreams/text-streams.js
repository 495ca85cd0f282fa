const bytes = (...lists) => ReadableStream.from(lists.map((list) => new Uint8Array(list)));
const all = async (stream) => { const chunks = []; for await (const chunk of stream) chunks.push(chunk); return chunks; };
(async () => {
  console.log(await all(bytes([0xe2, 0x82], [0xac, 0x21]).pipeThrough(new TextDecoderStream())));
  console.log(await all(bytes([0xef, 0xbb, 0xbf, 0x61]).pipeThrough(new TextDecoderStream('utf-8', { ignoreBOM: true }))));
  console.log(await all(bytes([0xff]).pipeThrough(new TextDecoderStream())));
  await all(bytes([0xff]).pipeThrough(new TextDecoderStream('utf-8', { fatal: true }))).catch((e) => console.log(e.code));
  console.log(await all(bytes([0x61, 0x00, 0x62, 0x00]).pipeThrough(new TextDecoderStream('utf-16le'))));
  console.log(await all(ReadableStream.from(['h\u00e9', '', 5, null]).pipeThrough(new TextEncoderStream())));
  console.log(await all(ReadableStream.from(['\ud83d', '\ude00!', '\ud83d']).pipeThrough(new TextEncoderStream())));
  console.log(await all(ReadableStream.from(['\ud83dx\ude00']).pipeThrough(new TextEncoderStream())));
  const decoder = new TextDecoderStream('latin1', { fatal: true });
  console.log(decoder.encoding, decoder.fatal, decoder.ignoreBOM, new TextEncoderStream().encoding);
})();
