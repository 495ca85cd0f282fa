// Requests one after the other share a connection; side by side each has its own. The process can end.
import http from 'node:http';

let connections = 0;
const server = http.createServer((req, res) => setTimeout(() => res.end(`${connections}`), 20));
server.on('connection', () => connections++);
server.listen(0, '127.0.0.1', async () => {
  const url = `http://127.0.0.1:${server.address().port}`;
  for (let i = 0; i < 3; i++) console.log(await (await fetch(url)).text());
  const texts = await Promise.all([1, 2, 3].map(async () => (await fetch(url)).text()));
  console.log(texts.length, connections);
  server.close(() => console.log('closed'));
});
