// Express serves the handbook's routes: JSON, a download through gzip, parameters, errors in one place.
const crypto = require('crypto');
const express = require('express');
const fs = require('fs');
const http = require('http');
const { pipeline } = require('stream/promises');
const zlib = require('zlib');

const app = express();
app.use(express.json());

app.get('/hash', async (req, res) => {
  const hash = await new Promise((resolve, reject) => {
    crypto.pbkdf2('password', 'salt', 1000, 64, 'sha512', (err, key) => (err ? reject(err) : resolve(key)));
  });
  res.json({ hash: hash.toString('hex') });
});

app.get('/download/:file', (req, res) => {
  res.setHeader('Content-Encoding', 'gzip');
  pipeline(fs.createReadStream(`${__dirname}/${req.params.file}`), zlib.createGzip(), res);
});

const router = express.Router();
router.get('/:id', (req, res, next) => {
  if (req.params.id === '1') res.json({ id: 1, query: req.query });
  else next(Object.assign(new Error('User not found'), { statusCode: 404, isOperational: true }));
});
router.post('/', (req, res) => res.status(201).json(req.body));
app.use('/users', router);
app.get('/bug', () => { throw new TypeError('a bug'); });

app.use((err, req, res, next) => {
  res.status(err.statusCode || 500).json({ error: err.isOperational ? err.message : 'Internal server error' });
});

function ask(port, method, path, body) {
  return new Promise((resolve, reject) => {
    const headers = body === undefined ? {} : { 'Content-Type': 'application/json' };
    const request = http.request({ host: '127.0.0.1', port, method, path, headers, agent: false }, (response) => {
      const source = response.headers['content-encoding'] === 'gzip' ? response.pipe(zlib.createGunzip()) : response;
      let text = '';
      source.setEncoding('utf8').on('data', (chunk) => { text += chunk; }).on('error', reject);
      source.on('end', () => {
        const { date, ...rest } = response.headers;
        console.log(method, path, response.statusCode, rest, text.slice(0, 200));
        resolve();
      });
    });
    request.on('error', reject);
    request.end(body);
  });
}

const server = app.listen(0, '127.0.0.1', async () => {
  const { port } = server.address();
  await ask(port, 'GET', '/hash');
  await ask(port, 'GET', '/download/express.js');
  await ask(port, 'GET', '/users/1?a=1&b[]=2');
  await ask(port, 'GET', '/users/2');
  await ask(port, 'POST', '/users', '{"name":"Ada"}');
  await ask(port, 'POST', '/users', '{');
  await ask(port, 'GET', '/bug');
  await ask(port, 'GET', '/nowhere');
  await ask(port, 'HEAD', '/users/1');
  server.close();
});
