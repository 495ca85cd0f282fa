// What is secret does not go to another server.
import http from 'node:http';

const second = http.createServer((req, res) => res.end(JSON.stringify([req.headers.authorization, req.headers.cookie, req.headers['x-open']])));
const first = http.createServer((req, res) => {
  const same = req.url === '/same';
  res.writeHead(302, { Location: same ? '/end' : `http://127.0.0.1:${second.address().port}/` });
  if (req.url === '/end') res.statusCode = 200;
  res.end();
});
second.listen(0, '127.0.0.1', () => first.listen(0, '127.0.0.1', async () => {
  const url = `http://127.0.0.1:${first.address().port}/`;
  const headers = { authorization: 'secret', cookie: 'a=1', 'x-open': 'yes' };
  console.log(await (await fetch(url, { headers })).json());
  first.close();
  second.close();
}));
