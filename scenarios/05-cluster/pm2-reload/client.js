// A request every 20 ms for 0.8 s, each on a connection of its own.

const http = require('http');

const kRequests = 40;
const failed = {};
let over = 0;
let answered = 0;

function done() {
  if (++over < kRequests) return;
  console.log(`${answered} of ${kRequests} answered`, failed);
  process.exit(0);
}

function ask() {
  const request = http.get({ port: 3000, agent: false }, (response) => {
    response.resume();
    response.on('end', () => {
      answered++;
      done();
    });
  });
  request.on('error', ({ code }) => {
    failed[code] = (failed[code] ?? 0) + 1;
    done();
  });
}

setTimeout(() => {
  let sent = 0;
  const timer = setInterval(() => {
    ask();
    if (++sent === kRequests) clearInterval(timer);
  }, 20);
}, 300);
