// A server that is told to end while regular visitors keep their connections and go on asking.

const http = require('http');

exports.run = function({ tellsThemToGo }) {
  let underWay = 0;
  let answeredSince = 0;
  let closing = false;

  const server = http.createServer((request, response) => {
    underWay++;
    response.on('finish', () => {
      underWay--;
      if (closing) answeredSince++;
    });
    setTimeout(() => {
      // Who is told that the connection closes does not ask on it again.
      if (closing && tellsThemToGo) response.setHeader('Connection', 'close');
      response.end('done');
    }, 50);
  });

  server.listen(3000);

  process.on('SIGTERM', () => {
    const told = Date.now();
    closing = true;
    console.log(`SIGTERM: ${underWay} requests under way`);
    server.close(() => {
      console.log(`closed after ${Date.now() - told} ms; ${answeredSince} requests were answered meanwhile`);
    });
  });
  setTimeout(() => process.kill(process.pid, 'SIGTERM'), 500);
};
