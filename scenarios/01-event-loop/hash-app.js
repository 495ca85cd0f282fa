// An application in the manner of Express, and its clients: timers stand for their requests. GET /hash is what a
// program makes of it with app.get(); GET /ping is answered at once, if there is anybody to answer.

const app = {
  get(path, handler) {
    pinging = setInterval(ping, 10);
    setTimeout(askForHash, 25, handler, 1);
  },
};

const hashes = 3;
let shutOut = 0;
let pings = 0;
let pinging;

function ping() {
  pings++;
}

function askForHash(handler, number) {
  const before = pings;
  const response = {
    json({ hash }) {
      const meanwhile = pings === before ? 'nobody else was answered' : 'pings were answered';
      if (pings === before) shutOut++;
      console.log(`GET /hash: ${hash.slice(0, 8)}…, ${meanwhile} meanwhile`);
      if (number < hashes) setTimeout(askForHash, 25, handler, number + 1);
      else closeDown();
    },
  };
  handler({}, response);
}

function closeDown() {
  clearInterval(pinging);
  console.log(`${shutOut} of ${hashes} hashes shut everybody else out`);
}

module.exports = app;
