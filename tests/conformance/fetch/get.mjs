// A GET: what is sent, and what the response tells.
import http from 'node:http';

const server = http.createServer((req, res) => {
  console.log(req.method, req.url, req.rawHeaders.map((text) => text.replace(/:\d+$/, '')));
  res.writeHead(200, 'Fine', { 'Content-Type': 'text/plain', 'X-Many': ['1', '2'], 'Set-Cookie': ['a=1', 'b=2'], Date: 'now' });
  res.end('hello');
});
server.listen(0, '127.0.0.1', async () => {
  const url = `http://127.0.0.1:${server.address().port}`;
  const response = await fetch(`${url}/path?query=1#fragment`);
  console.log(response.status, response.statusText, response.ok, response.type, response.redirected);
  console.log(response.url === `${url}/path?query=1`, response.bodyUsed);
  console.log([...response.headers]);
  console.log(response.headers.get('x-many'), response.headers.getSetCookie());
  console.log(await response.text(), response.bodyUsed);
  server.close();
});
