'use strict';
const http = require('http');
const server = http.createServer((req, res) => {
  console.log('write', res.write('a', () => console.log('a written')));
  console.log('write', res.write('b', 'latin1', () => console.log('b written')));
  res.end('c', () => console.log('end called back', res.writableFinished));
  console.log(res.writableEnded, res.writableFinished, res.finished, res.headersSent);
  try { res.write(5); } catch (error) { console.log(error.code, error.message); }
  try { res.write(null); } catch (error) { console.log(error.code); }
}).listen(0, '127.0.0.1', () => {
  http.get({ port: server.address().port, host: '127.0.0.1', agent: false }, (res) => {
    let text = '';
    res.on('data', (data) => { text += data; });
    res.on('end', () => { console.log(text); server.close(); });
  });
});
