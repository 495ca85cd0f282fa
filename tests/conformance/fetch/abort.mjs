// A signal before, while waiting and while reading.
import http from 'node:http';

const server = http.createServer((req, res) => {
  req.on('close', () => {});
  if (req.url === '/slow') return;
  res.writeHead(200);
  res.write('begin');
});
server.listen(0, '127.0.0.1', async () => {
  const url = `http://127.0.0.1:${server.address().port}`;
  const show = (label) => (error) => console.log(label, error.name, error.message, error.code, error instanceof DOMException);
  await fetch(url, { signal: AbortSignal.abort() }).catch(show('before'));
  await fetch(url, { signal: AbortSignal.abort(new RangeError('mine')) }).catch(show('with a reason'));
  const controller = new AbortController();
  setTimeout(() => controller.abort(), 20);
  await fetch(`${url}/slow`, { signal: controller.signal }).catch(show('waiting'));
  await fetch(`${url}/slow`, { signal: AbortSignal.timeout(20) }).catch(show('timeout'));
  const reading = new AbortController();
  const response = await fetch(`${url}/body`, { signal: reading.signal });
  setTimeout(() => reading.abort(), 20);
  await response.text().catch(show('reading'));
  const late = new AbortController();
  const body = await fetch(`${url}/body`, { signal: late.signal });
  const reader = body.body.getReader();
  console.log(new TextDecoder().decode((await reader.read()).value));
  late.abort('just so');
  await reader.read().catch((reason) => console.log('reader', reason));
  server.closeAllConnections();
  server.close();
});
