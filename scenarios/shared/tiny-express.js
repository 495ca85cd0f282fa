// As much of Express as the scenarios need: get(), post() and use() of an application and of routers, :names in
// paths, json(), res.status().json(), and next(error), which leaves out everything until a handler with four
// arguments.

const http = require('http');

function patternOf(path, isWhole) {
  const names = [];
  const source = path.replace(/\/$/, '').replace(/:(\w+)/g, (_, name) => {
    names.push(name);
    return '([^/]+)';
  });
  return { names, regex: new RegExp(`^${source}${isWhole ? '/?$' : '(?=/|$)'}`) };
}

// What a layer's path takes of the URL, or undefined if it is not for it.
function matched(layer, req) {
  if (layer.method !== undefined && layer.method !== req.method) return undefined;
  const found = layer.pattern.regex.exec(req.url.split('?')[0]);
  if (!found) return undefined;
  layer.pattern.names.forEach((name, i) => { req.params[name] = decodeURIComponent(found[i + 1]); });
  return found[0];
}

function router() {
  const layers = [];

  function handle(req, res, done) {
    const { url } = req;
    let index = 0;
    function next(error) {
      req.url = url;
      const layer = layers[index++];
      if (layer === undefined) return done(error);
      const path = (layer.handler.length === 4) === Boolean(error) ? matched(layer, req) : undefined;
      if (path === undefined) return next(error);
      if (layer.method === undefined) req.url = url.slice(path.length) || '/';
      try {
        if (error) layer.handler(error, req, res, next);
        else layer.handler(req, res, next);
      } catch (thrown) {
        next(thrown);
      }
    }
    next();
  }

  const add = (method) => (path, handler) => layers.push({ method, pattern: patternOf(path, true), handler });
  handle.get = add('GET');
  handle.post = add('POST');
  handle.use = (path, handler = path) => {
    layers.push({ pattern: patternOf(typeof path === 'string' ? path : '/', false), handler });
  };
  return handle;
}

function prepare(req, res) {
  req.params = {};
  res.status = (code) => {
    res.statusCode = code;
    return res;
  };
  res.json = (value) => {
    res.setHeader('Content-Type', 'application/json; charset=utf-8');
    res.end(JSON.stringify(value));
  };
}

function tinyExpress() {
  const app = router();
  const serve = (req, res) => {
    prepare(req, res);
    app(req, res, (error) => res.status(error ? 500 : 404).json({ error: error ? error.message : 'Not found' }));
  };
  app.listen = (...args) => http.createServer(serve).listen(...args);
  return app;
}

// Middleware that reads a JSON body into req.body.
function json() {
  return (req, res, next) => {
    if (req.method !== 'POST') return next();
    let text = '';
    req.setEncoding('utf8');
    req.on('data', (chunk) => { text += chunk; });
    req.on('end', () => {
      try {
        req.body = JSON.parse(text);
      } catch (error) {
        return next(Object.assign(error, { statusCode: 400 }));
      }
      next();
    });
  };
}

module.exports = Object.assign(tinyExpress, { Router: router, json });
