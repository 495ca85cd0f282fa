'use strict';

// stream.destroy() of a server's request takes it off its socket first: the response can still go out.
const http = require('http');
const { destroy } = require('stream');

const server = http.createServer((request, response) => {
  destroy(request);
  console.log('socket', request.socket);
  request.on('error', (error) => console.log('error', error.name));
  request.on('close', () => {
    console.log('request closed');
    response.end('hello');
  });
});

server.listen(0, () => {
  const request = http.request({ method: 'POST', port: server.address().port, agent: new http.Agent() });
  request.on('response', (response) => {
    response.setEncoding('utf8').on('data', (text) => console.log('body', text));
    response.on('end', () => server.close());
  });
  request.end('asd');
});
