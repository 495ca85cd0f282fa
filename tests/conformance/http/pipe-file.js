'use strict';
// Streams into and out of HTTP.
const http = require('http');
const fs = require('fs');
const { pipeline } = require('stream');
const server = http.createServer((req, res) => {
  if (req.method === 'PUT') { req.pipe(fs.createWriteStream('/tmp/loopscope-conformance-put')).on('finish', () => res.end('stored')); return; }
  pipeline(fs.createReadStream(__filename), res, (error) => console.log('pipeline', error));
}).listen(0, '127.0.0.1', () => {
  const options = { port: server.address().port, host: '127.0.0.1', agent: false };
  http.get(options, (res) => {
    let text = '';
    res.on('data', (data) => { text += data; });
    res.on('end', () => {
      console.log(text === fs.readFileSync(__filename, 'utf8'), res.headers['transfer-encoding']);
      const put = http.request({ ...options, method: 'PUT' }, (stored) => {
        stored.resume();
        stored.on('end', () => { console.log(fs.readFileSync('/tmp/loopscope-conformance-put', 'utf8') === text); fs.unlinkSync('/tmp/loopscope-conformance-put'); server.close(); });
      });
      fs.createReadStream(__filename).pipe(put);
    });
  });
});
