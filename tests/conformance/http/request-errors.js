'use strict';
// What http.request refuses at once.
const http = require('http');
function attempt(call) { try { call(); console.log('no error'); } catch (error) { console.log(error.name, error.code, error.message); } }
attempt(() => http.get('nonsense'));
attempt(() => http.get('https://127.0.0.1/'));
attempt(() => http.get({ protocol: 'ftp:' }));
attempt(() => http.get({ path: '/a b' }));
attempt(() => http.request({ method: 'BAD METHOD' }));
attempt(() => http.request({ method: 5 }));
attempt(() => http.request({ agent: 5 }));
attempt(() => http.request({ hostname: 5 }));
attempt(() => http.request({ host: true }));
attempt(() => http.request({ headers: { 'bad name': 'x' } }));
attempt(() => http.request({ headers: { X: undefined } }));
attempt(() => http.request({ insecureHTTPParser: 1 }));
attempt(() => http.request({ maxHeaderSize: 'x' }));
attempt(() => http.request({ timeout: 'x' }));
attempt(() => http.createServer(5));
attempt(() => http.createServer({ requestTimeout: 'x' }));
attempt(() => http.createServer({ requestTimeout: 5, headersTimeout: 10 }));
attempt(() => http.createServer({ keepAliveTimeout: -1 }));
attempt(() => new http.Agent({ scheduling: 'x' }));
attempt(() => http.validateHeaderName('a b'));
attempt(() => http.validateHeaderName('ok'));
attempt(() => http.validateHeaderValue('x', 'a\u{3A9}'));
attempt(() => http.validateHeaderValue('x', undefined));
attempt(() => http.validateHeaderValue('x', 'fine'));
