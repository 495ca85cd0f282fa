const url = require('url');
const bases = ['http://u:p@h:8/a/b/c?q#f', 'http://h', '/a/b', 'a/b/', 'mailto:me@host/x/y', 'javascript:a', 'file:///a/b', 'x:a/b', ''];
const references = ['', '#z', '?z', 'd', './d/.', '../d', '../../../../d', '/d/../e', '//i/d', 'http:d', 'http://u:p@h:8/d', 'https:d/e',
  'ftp://i', 'mailto:you@there', 'javascript:b', 'file:d', 'file:', '..', '.', '//', 'http:', 'y:', 'http:///d', 'mailto:you@there/../z'];
for (const base of bases) {
  for (const reference of references) {
    if (base !== '') console.log(`${base} + ${reference} = ${url.resolve(base, reference)}`);
    else console.log(url.resolve(base, reference), url.resolveObject(base, reference));
  }
}
console.log(url.resolveObject('http://h/a/b?c', '../d?e=f#g'));
console.log(url.parse('http://h/a/b').resolveObject(url.parse('c/../d')).href, url.parse('http://h/a/b').resolve('/c'));
for (const bad of [[], ['a'], ['a', null], [new URL('http://a'), 'b']]) {
  try { console.log(url.resolve(...bad)); } catch (error) { console.log(error.code, error.message); }
}
