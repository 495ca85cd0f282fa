// @title  pm2 scale: more processes while users are there
// @lesson Forty users a second, and a process that needs 50 ms for each: it falls behind, and the last user waits
// longest. `pm2 scale api 4` starts three more beside it and ends nobody. The next users, as many, do not wait.
// @cpus 4
// @pm2 start pm2-scale.js -i 1 --name api
// @pm2 2s scale api 4
// @client http://localhost:3000/ name=before rate=40/s for=500ms start=1s
// @client http://localhost:3000/ name=after rate=40/s for=500ms start=3s
// @pm2 4s kill

const crypto = require('crypto');
const http = require('http');

http.createServer((request, response) => {
  const key = crypto.pbkdf2Sync('correct horse', 'battery staple', 62500, 64, 'sha512');
  response.end(`${key.toString('hex')} from ${process.pid}\n`);
}).listen(3000, () => console.log('listening'));
