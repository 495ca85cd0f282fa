// 20,000 requests over ten kept connections, server and clients in one program.
const http = require('http');

const server = http.createServer((request, response) => response.end('ok'));

server.listen(0, '127.0.0.1', () => {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 10 });
  const { port } = server.address();
  let begun = 0;
  let answered = 0;

  function ask() {
    if (begun === 20_000) return;
    begun++;
    http.get({ host: '127.0.0.1', port, agent }, (response) => {
      response.resume();
      response.on('end', () => {
        if (++answered < 20_000) return ask();
        console.log(answered);
        agent.destroy();
        server.close();
      });
    });
  }

  for (let i = 0; i < 10; i++) ask();
});
