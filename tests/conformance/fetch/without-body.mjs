// Answers that have none, and answers nobody reads: the connection is free again, so the server can close.
import http from 'node:http';

const server = http.createServer((req, res) => {
  if (req.url === '/204') res.writeHead(204);
  if (req.url === '/304') res.writeHead(304);
  if (req.url === '/404') res.writeHead(404);
  res.end(req.url === '/unread' ? 'nobody reads this' : undefined);
});
server.listen(0, '127.0.0.1', async () => {
  const url = `http://127.0.0.1:${server.address().port}`;
  for (const [method, path] of [['GET', '/204'], ['GET', '/304'], ['HEAD', '/200'], ['GET', '/404'], ['GET', '/unread']]) {
    const response = await fetch(url + path, { method });
    console.log(method, path, response.status, response.ok, response.body === null, response.bodyUsed);
    if (path !== '/unread') console.log(JSON.stringify(await response.text()));
  }
  server.close(() => console.log('closed'));
});
