const url = require('url');
const options = [undefined, null, 0, '', {}, { auth: false }, { search: 0 }, { fragment: '' }, { unicode: 1 }, { auth: null, search: undefined },
  { auth: false, fragment: false, search: false, unicode: true }];
for (const text of ['http://u:p@xn--g6w251d:8/p?q#f', 'x:/.//p', 'mailto:a@b?c#d', 'file:///', 'http://h?#', 'x://%C3%A9/']) {
  for (const option of options) console.log(url.format(new URL(text), option));
}
for (const bad of [true, 1, 'a', [], Infinity, function f() {}]) {
  try { console.log(url.format(new URL('http://h'), bad)); } catch (error) { console.log(error.code, error.message); }
}
class Elsewhere extends URL { get href() { return 'http://other/'; } }
console.log(url.format(new Elsewhere('http://h')));
