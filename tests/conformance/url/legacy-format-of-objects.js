const url = require('url');
const objects = [{}, { protocol: 'http', host: 'h', pathname: 'p' }, { protocol: 'x', host: 'h', pathname: 'p' }, { protocol: 'x:', slashes: true },
  { protocol: 'file', pathname: '/p' }, { hostname: '::1', port: 1 }, { hostname: '[::1]', port: 0 }, { auth: 'a:b@c/d', host: 'h' },
  { query: { a: [1, 2] } }, { search: 'x', query: { a: 1 } }, { search: '?a#b', hash: 'c#d', pathname: 'p?q#r' }, { host: 'h', hostname: 'i', port: 2 },
  { query: 'a=b' }, { protocol: 'HTTP', host: 'h' }, Object.create({ hash: 'z' }), Object.assign(Object.create(null), { host: 'q', slashes: 1 })];
for (const object of objects) console.log(JSON.stringify(object), url.format(object));
for (const bad of [undefined, null, 1, true, Symbol('s'), () => {}, { protocol: 1 }, { hash: 1 }, { search: 1 }, { hostname: 1 },
  { auth: '\ud800', host: 'h' }]) {
  try { console.log(url.format(bad)); } catch (error) { console.log(error.name, error.code, error.message); }
}
