// So many requests, one every 10 ms; the one of that number hits a bug.

const http = require('http');

exports.run = function(count, bug, done) {
  let sent = 0;
  const result = { answered: 0, failed: 0 };
  const over = (kind) => {
    result[kind]++;
    if (result.answered + result.failed === count) done(result);
  };
  const timer = setInterval(() => {
    const path = ++sent === bug ? '/bug' : '/';
    const request = http.get({ port: 3000, path, agent: false }, (response) => {
      response.resume();
      response.on('end', () => over('answered'));
    });
    // A connection on its way to a worker that is dying may be left with nobody.
    request.setTimeout(500, () => request.destroy(Object.assign(new Error('no answer'), { code: 'ETIMEDOUT' })));
    request.on('error', (error) => {
      console.log(`request ${path}: ${error.code}`);
      over('failed');
    });
    if (sent === count) clearInterval(timer);
  }, 10);
};
