// @title  A memory leak, and max_memory_restart
// @lesson The server remembers every request for ever. PM2 looks every 30 s how much memory a process takes, and
// reloads the one that takes too much. That keeps the machine alive and mends nothing: the leak goes on.
// @cpus 4
// @pm2 start pm2-memory-leak.js -i 1 --name leaky --max-memory-restart 100M
// @pm2 70s kill

const http = require('http');

const remembered = [];

const server = http.createServer((request, response) => {
  remembered.push(Buffer.alloc(5 * 1024 * 1024));
  response.end();
});
server.listen(3000, () => console.log('listening'));

// Asks itself, so that it needs nobody else.
setInterval(() => http.get({ port: 3000 }, (response) => response.resume()), 2000);

setInterval(() => {
  const mebibytes = Math.round(process.memoryUsage().rss / 2 ** 20);
  console.log(`${remembered.length} requests, ${mebibytes} MiB`);
}, 10_000);
