// @client http://localhost:3000/ concurrency=64 requests=100000 keep-alive start=1s
// A cluster of eight, used from outside.
const cluster = require('cluster');
const http = require('http');

if (cluster.isPrimary) for (let i = 0; i < 8; i++) cluster.fork();
else http.createServer((request, response) => response.end('ok')).listen(3000);
