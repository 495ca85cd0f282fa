// What the server compressed arrives as it was.
import http from 'node:http';
import zlib from 'node:zlib';

const text = 'compress me '.repeat(1000);
const compressors = { gzip: zlib.gzipSync, 'x-gzip': zlib.gzipSync, deflate: zlib.deflateSync, br: zlib.brotliCompressSync };
const server = http.createServer((req, res) => {
  const coding = req.url.slice(1);
  if (coding === 'broken') {
    res.writeHead(200, { 'Content-Encoding': 'gzip' });
    res.end('not gzip at all');
    return;
  }
  const bytes = coding === 'gzip,br' ? zlib.brotliCompressSync(zlib.gzipSync(text)) : (compressors[coding] ?? Buffer.from)(text);
  res.writeHead(200, { 'Content-Encoding': coding.replace(',', ', '), 'Content-Length': bytes.length });
  res.end(bytes);
});
server.listen(0, '127.0.0.1', async () => {
  const url = `http://127.0.0.1:${server.address().port}`;
  for (const coding of ['gzip', 'x-gzip', 'deflate', 'br', 'gzip,br', 'unknown']) {
    const response = await fetch(`${url}/${coding}`);
    console.log(coding, response.headers.get('content-encoding'), await response.text() === text);
  }
  const broken = await fetch(`${url}/broken`);
  await broken.text().catch((error) => console.log(error.name, error.message, '|', error.cause?.message, error.cause?.code));
  server.close();
});
