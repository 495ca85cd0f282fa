const url = require('url');
const texts = ['//h/p', '///p', 'x:h:1/p', 'mailto:a@b.c?d', 'HTTP:\\\\H\\p?\\q', ' \ufeffhttp://h ', 'http://a b/c', 'http://h;p=1', 'http://a@b@c/d',
  'http://a%20b:c@h', 'http://[::1]:80x', 'http://[::1]?q', 'http://a\tb\n/c', '/plain"path?a=b', '/sp ace"', '//a@b"/c', 'javascript:a "b"//c',
  'file:', 'file:///', 'http://h:', 'http://h:080?', 'http://bücher.de', '?#', '#?', 'x', 'http://' + 'a'.repeat(256) + '/b', 'http://h/%^{|}`<>\'',
  'http:h', 'Http:h', 'h:8', '1.2+3-x:y', 'http://?q', 'http://a_b.c-'];
for (const text of texts) {
  for (const slashes of [false, true]) {
    const { protocol, slashes: has, auth, host, hash, search, path, href } = url.parse(text, false, slashes);
    console.log(JSON.stringify([text.slice(0, 30), protocol, has, auth, host, hash, search, path, href]));
  }
}
console.log(url.parse('/p', true), url.parse('http://h?a=1&a=2', true).query, url.parse('/p?a', true).query);
for (const bad of ['http://[/', 'http://a]b/', 'http://\u00ad/', 'http://%ZZ@h', 'http://ａ％b/', 'http://[::1]x/', 5, undefined, {}]) {
  try { console.log(url.parse(bad)); } catch (error) { console.log(error.name, error.code, error.message, error.input); }
}
console.log(url.parse('http://a:b:80/c').href, url.parse('http://a:b/c').host);
