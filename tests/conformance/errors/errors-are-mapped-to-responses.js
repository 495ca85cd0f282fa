'use strict';

// Operational errors become answers, others an answer that says nothing.
const http = require('http');

class AppError extends Error {
  constructor(message, statusCode) {
    super(message);
    this.name = this.constructor.name;
    this.statusCode = statusCode;
    this.isOperational = true;
  }
}

const handlers = {
  '/sync': () => { throw new AppError('User not found', 404); },
  '/async': async () => { throw new AppError('Not allowed', 403); },
  '/callback': (done) => setTimeout(done, 1, new AppError('Busy', 503)),
  '/bug': async () => undefined.name,
  '/fine': async () => 'fine',
};

function answer(response, error, text) {
  if (error === null) return response.end(text);
  response.statusCode = error.isOperational ? error.statusCode : 500;
  response.end(error.isOperational ? error.message : 'Internal Server Error');
}

const server = http.createServer((request, response) => {
  const handler = handlers[request.url];
  if (handler.length === 1) return handler((error) => answer(response, error));
  new Promise((resolve) => resolve(handler())).then((text) => answer(response, null, text), (error) => answer(response, error));
});

server.listen(0, '127.0.0.1', () => next(Object.keys(handlers)));

function next([path, ...rest]) {
  if (path === undefined) return server.close();
  http.get({ port: server.address().port, host: '127.0.0.1', path, agent: false }, (response) => {
    response.setEncoding('utf8');
    response.on('data', (text) => console.log(path, response.statusCode, text));
    response.on('end', () => next(rest));
  });
}
