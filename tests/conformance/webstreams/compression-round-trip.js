(async () => {
  for (const format of ['gzip', 'deflate', 'deflate-raw']) {
    const text = 'streams of bytes, '.repeat(500);
    const packed = new Blob([text]).stream().pipeThrough(new CompressionStream(format));
    const unpacked = packed.pipeThrough(new DecompressionStream(format)).pipeThrough(new TextDecoderStream());
    let whole = '';
    for await (const chunk of unpacked) whole += chunk;
    console.log(format, whole === text);
  }
  const bad = ReadableStream.from([new Uint8Array([1, 2, 3, 4])]).pipeThrough(new DecompressionStream('gzip'));
  try { for await (const chunk of bad) console.log(chunk); } catch (error) { console.log(error.code, error.message); }
  console.log(new CompressionStream('gzip'), new DecompressionStream('deflate'));
})();
