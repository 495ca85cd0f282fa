// A body larger than anybody holds at once, in both directions.
import http from 'node:http';

const size = 3_000_000;
const server = http.createServer((req, res) => {
  let got = 0;
  req.on('data', (chunk) => { got += chunk.length; });
  req.on('end', () => {
    res.setHeader('X-Got', got);
    res.end(Buffer.alloc(size, 'x'));
  });
});
server.listen(0, '127.0.0.1', async () => {
  const response = await fetch(`http://127.0.0.1:${server.address().port}/`, { method: 'POST', body: Buffer.alloc(size, 'y') });
  console.log(response.headers.get('x-got'), response.headers.get('content-length'));
  const bytes = new Uint8Array(await response.arrayBuffer());
  console.log(bytes.length, bytes.every((byte) => byte === 120));
  server.close();
});
