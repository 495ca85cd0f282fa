// @pm2 start ecosystem.config.js
// @pm2 4s stop stubborn
// @pm2 7s delete stubborn
// @pm2 9s reload ecosystem.config.js --only web
// @pm2 13s stop web
// @pm2 16s start ecosystem.config.js --only web
// @pm2 20s scale web 0
// @pm2 23s reload all

const http = require('http');

process.title = process.env.COLOR;
http.createServer((request, response) => response.end('ok')).listen(3001, () => console.log(process.env.COLOR));
process.on('SIGINT', () => {
  console.error('closing');
  process.exit(0);
});
