// @pm2 start server.js -i 2 --wait-ready --listen-timeout 60000
// @pm2 6s reload server

const http = require('http');

console.log('one\n\ntwo');
http.createServer((request, response) => response.end('ok')).listen(3002, () => {
  setTimeout(() => {
    console.log('ready');
    process.send('ready');
  }, 700);
});
process.on('SIGINT', () => setTimeout(() => process.exit(0), 150));
