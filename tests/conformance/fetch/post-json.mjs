// JSON there and back.
import http from 'node:http';

const server = http.createServer((req, res) => {
  let text = '';
  req.on('data', (chunk) => { text += chunk; });
  req.on('end', () => {
    res.setHeader('Content-Type', 'application/json');
    res.end(JSON.stringify({ method: req.method, type: req.headers['content-type'], length: req.headers['content-length'], got: JSON.parse(text) }));
  });
});
server.listen(0, '127.0.0.1', async () => {
  const url = `http://127.0.0.1:${server.address().port}/`;
  for (const method of ['POST', 'put', 'PATCH', 'DELETE']) {
    const response = await fetch(url, {
      method, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ name: 'Ada', n: [1, 2] }),
    });
    console.log(await response.json());
  }
  server.close();
});
