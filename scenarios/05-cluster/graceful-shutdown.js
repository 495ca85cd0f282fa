// @title  Shutting down without failing anybody
// @lesson At SIGTERM a server closes: no new connections, idle keep-alive connections end, requests under way are
// answered. Only then does the process exit. Node does none of it by itself.
// @cpus 4

const { fork } = require('child_process');
const http = require('http');

if (process.argv[2] === 'server') serve();
else attend();

function serve() {
  const server = http.createServer((request, response) => {
    setTimeout(() => response.end('done'), request.url === '/slow' ? 300 : 1);
  });
  server.listen(3000, () => process.send('listening'));
  process.on('SIGTERM', () => {
    console.log('server: SIGTERM, closing');
    server.close(() => {
      console.log('server: every request is answered');
      process.exit(0);
    });
  });
}

function attend() {
  const agent = new http.Agent({ keepAlive: true });
  const server = fork(__filename, ['server']);
  const ask = (path) => {
    const request = http.get({ port: 3000, path, agent }, (response) => {
      response.resume();
      response.on('end', () => console.log(`client: ${path} answered, connection: ${response.headers.connection}`));
    });
    request.on('error', (error) => console.log(`client: ${path} ${error.code}`));
  };
  server.on('message', () => {
    ask('/quick');
    setTimeout(ask, 50, '/slow');
    setTimeout(() => server.kill('SIGTERM'), 150);
    setTimeout(ask, 200, '/late');
  });
  server.on('exit', (code) => {
    console.log(`client: the server exited with code ${code}`);
    agent.destroy();
  });
}
