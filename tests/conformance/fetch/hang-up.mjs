// The server ends the connection instead of answering, or in the middle.
import http from 'node:http';

const server = http.createServer((req, res) => {
  if (req.url === '/none') {
    req.socket.destroy();
    return;
  }
  res.writeHead(200, req.url === '/length' ? { 'Content-Length': 10 } : {});
  res.write('abc');
  setTimeout(() => res.destroy(), 20);
});
server.listen(0, '127.0.0.1', async () => {
  const url = `http://127.0.0.1:${server.address().port}`;
  const show = (error) => {
    console.log(error.name, error.message, '|', error.cause.name, error.cause.message, error.cause.code);
    console.log(Object.keys(error.cause.socket), error.cause.socket.remotePort === server.address().port);
  };
  await fetch(`${url}/none`).catch(show);
  for (const path of ['/length', '/chunked']) {
    const response = await fetch(url + path);
    console.log(response.status);
    await response.text().catch(show);
  }
  server.close();
});
