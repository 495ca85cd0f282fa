// Twenty redirects and no more; where they may lead.
import http from 'node:http';

let asked = 0;
const server = http.createServer((req, res) => {
  asked++;
  const to = { '/loop': '/loop', '/bad': 'http://', '/ftp': 'ftp://a/', '/none': undefined, '/chain': '/loop2' }[req.url];
  res.writeHead(302, to === undefined ? {} : { Location: to });
  res.end('no way');
});
server.listen(0, '127.0.0.1', async () => {
  const url = `http://127.0.0.1:${server.address().port}`;
  for (const path of ['/loop', '/ftp']) {
    asked = 0;
    await fetch(url + path).catch((error) => console.log(path, error.message, '|', error.cause?.message, asked));
  }
  const response = await fetch(`${url}/none`);
  console.log(response.status, response.redirected, await response.text());
  server.close();
});
