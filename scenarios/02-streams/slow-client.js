// @title  A client with a slow connection
// @lesson A response is a stream, too. Its client takes 256 KiB a second; what it has not taken yet waits, first with the
// system, then in this process. Who heeds write()'s false holds little; who does not holds all the rest of it, for each
// such client.
// @client http://localhost:3000/careless name=careless requests=1 bandwidth=256KiB/s
// @client http://localhost:3000/heeding name=heeding requests=1 bandwidth=256KiB/s

const http = require('http');

const chunk = Buffer.alloc(16 * 1024, 'x');
const chunks = 64;

function careless(response, note) {
  for (let i = 0; i < chunks; i++) {
    response.write(chunk);
    note();
  }
  response.end();
}

function heeding(response, note) {
  let written = 0;
  const writeOn = () => {
    while (written < chunks) {
      written++;
      const more = response.write(chunk);
      note();
      if (!more) return response.once('drain', writeOn);
    }
    response.end();
  };
  writeOn();
}

const server = http.createServer((request, response) => {
  let most = 0;
  const note = () => { most = Math.max(most, response.writableLength); };
  response.on('finish', () => {
    console.log(`${request.url}: at most ${Math.round(most / 1024)} KiB waited in this process`);
  });
  if (request.url === '/careless') careless(response, note);
  else heeding(response, note);
});

server.listen(3000);
