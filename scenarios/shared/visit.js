// A user of a server in the same program: asks, and says what came back.

const http = require('http');

function ask(port, method, path, body) {
  return new Promise((resolve, reject) => {
    const options = { host: '127.0.0.1', port, method, path, agent: false };
    if (body !== undefined) options.headers = { 'Content-Type': 'application/json' };
    const request = http.request(options, (response) => {
      response.setEncoding('utf8');
      let text = '';
      response.on('data', (chunk) => { text += chunk; });
      response.on('end', () => resolve(`${response.statusCode} ${text}`));
    });
    request.on('error', reject);
    request.end(body === undefined ? undefined : JSON.stringify(body));
  });
}

// Each visit is [method, path, body]; one after the other.
async function visit(server, visits) {
  const { port } = server.address();
  for (const [method, path, body] of visits) {
    console.log(`${method} ${path} -> ${await ask(port, method, path, body)}`);
  }
}

module.exports = visit;
