// follow, manual and error; which method goes on.
import http from 'node:http';

const server = http.createServer((req, res) => {
  const status = Number(req.url.slice(1));
  if (status) {
    res.writeHead(status, { Location: '/end?from=' + status });
    res.end('elsewhere');
    return;
  }
  let text = '';
  req.on('data', (chunk) => { text += chunk; });
  req.on('end', () => res.end(`${req.method} ${req.url} ${text} ${req.headers['content-type']} ${req.headers['x-kept']}`));
});
server.listen(0, '127.0.0.1', async () => {
  const url = `http://127.0.0.1:${server.address().port}`;
  const headers = { 'Content-Type': 'text/x', 'X-Kept': 'yes' };
  for (const status of [301, 302, 303, 307, 308]) {
    for (const method of ['GET', 'POST', 'PUT']) {
      const body = method === 'GET' ? undefined : 'data';
      const response = await fetch(`${url}/${status}`, { method, body, headers });
      console.log(status, method, '->', response.status, response.redirected, response.url.slice(url.length), await response.text());
    }
  }
  const manual = await fetch(`${url}/302`, { redirect: 'manual' });
  console.log(manual.status, manual.type, manual.redirected, manual.headers.get('location'), await manual.text());
  await fetch(`${url}/302`, { redirect: 'error' }).catch((error) => console.log(error.message, '|', error.cause.message));
  await fetch(`${url}/307`, {
    method: 'POST', duplex: 'half', body: new ReadableStream({ start(controller) { controller.close(); } }),
  }).catch((error) => console.log(error.name, error.message));
  server.close();
});
