const url = require('url');
const parsed = url.parse('http://user:pass@host.com:8080/p/a?query=string#hash', true);
console.log(parsed.host, parsed.pathname, { ...parsed.query }, parsed.hash, parsed.auth, parsed.path);
console.log(url.format({ protocol: 'https', hostname: 'x.org', pathname: '/p', query: { a: 1, b: ['x', 'y'] } }), url.resolve('/one/two/three', 'four'), url.resolve('http://example.com/one', '/two'));
console.log(url.format(new URL('http://a:b@münchen.de/?x#y'), { auth: false, fragment: false, search: false, unicode: true }), url.domainToASCII('español.com'), url.domainToUnicode('xn--espaol-zwa.com'));
console.log(url.urlToHttpOptions(new URL('https://a:b@test.com/x?y')).path);
