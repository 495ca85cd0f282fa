// @pm2 start api.js -i 2 --name api --listen-timeout 60000
// @pm2 4s reload api
// @pm2 8s restart api
// @pm2 12s scale api 3
// @pm2 16s scale api +1
// @pm2 20s scale api 2
// @pm2 24s scale api 2
// @pm2 26s restart 2
// @pm2 30s start api.js
// @pm2 32s start nowhere.js
// @pm2 34s stop nothing
// @pm2 36s stop 99
// @pm2 38s stop api
// @pm2 42s start api
// @pm2 46s reload all

const http = require('http');

http.createServer((request, response) => response.end('ok')).listen(3000, () => {
  console.log('listening', process.env.NODE_APP_INSTANCE, process.env.pm_id, process.env.name);
});
