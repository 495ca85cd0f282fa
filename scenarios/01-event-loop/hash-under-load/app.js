// An application that everybody uses at once: some ask for GET /hash, which is what a program makes of it, and
// others for GET /ping, which takes no time. After each hash it says how many pings were answered meanwhile.

const tinyExpress = require('../../shared/tiny-express.js');

const app = tinyExpress();
let pings = 0;

app.get('/ping', (req, res) => {
  pings++;
  res.json({ pong: true });
});

app.use('/hash', (req, res, next) => {
  const before = pings;
  res.on('finish', () => console.log(`GET /hash: ${pings - before} pings answered meanwhile`));
  next();
});

app.listen(3000);

module.exports = app;
