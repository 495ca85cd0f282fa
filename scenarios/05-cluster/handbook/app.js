// What each worker serves. An Express application has the same listen().

const http = require('http');

module.exports = http.createServer((request, response) => {
  if (request.url === '/crash') process.exit(1);
  response.end(`worker ${process.pid}`);
});
