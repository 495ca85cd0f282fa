// Answers after 30 ms. At SIGINT, which is how PM2 tells a process to end, it closes: what is under way is answered.

const http = require('http');

const server = http.createServer((request, response) => {
  setTimeout(() => response.end('ok'), 30);
});
server.listen(3000, () => console.log('listening'));

process.on('SIGINT', () => {
  server.close(() => {
    console.log('every request is answered');
    process.exit(0);
  });
});
