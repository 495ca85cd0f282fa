// Each kind of body: its type, its framing and what arrives.
import http from 'node:http';
import { Readable } from 'node:stream';

const server = http.createServer((req, res) => {
  const chunks = [];
  req.on('data', (chunk) => chunks.push(chunk));
  req.on('end', () => {
    const { 'content-type': type, 'content-length': length, 'transfer-encoding': framing } = req.headers;
    console.log({ type, length, framing }, JSON.stringify(`${Buffer.concat(chunks)}`));
    res.end();
  });
});
server.listen(0, '127.0.0.1', async () => {
  const url = `http://127.0.0.1:${server.address().port}/`;
  const send = async (body, options) => (await fetch(url, { method: 'POST', body, ...options })).text();
  await send('text é');
  await send('');
  await send(undefined);
  await send(null);
  await send(7);
  await send({});
  await send(new URLSearchParams({ a: '1 2', b: 'é' }));
  await send(new Uint8Array([97, 98]));
  await send(new TextEncoder().encode('xyz').buffer);
  await send(new DataView(new TextEncoder().encode('xyz').buffer, 1));
  await send(Buffer.from('buffer'));
  await send(new Blob(['one', 'two'], { type: 'text/blob' }));
  await send(new Blob(['untyped']));
  await send(new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode('stream'));
      controller.close();
    },
  }), { duplex: 'half' });
  await send(Readable.from(['node ', 'stream']), { duplex: 'half' });
  await send('given', { headers: { 'content-type': 'my/type' } });
  server.close();
});
