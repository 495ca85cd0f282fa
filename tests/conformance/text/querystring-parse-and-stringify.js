const qs = require('querystring');
console.log({ ...qs.parse('a=1&b=2&a=3&c&=d&e=%20x+y&f=%zz') }, { ...qs.parse('a:1;b:2', ';', ':') }, { ...qs.parse('a=1&b=2&c=3', null, null, { maxKeys: 2 }) });
console.log(qs.stringify({ a: [1, 2], b: 'x y', c: true, d: null, e: undefined, f: 1n, g: NaN, h: 'é&=' }), qs.stringify({ a: 1, b: 2 }, ';', ':'), qs.escape('a b&c'), qs.unescape('%41%zz'), qs.encode === qs.stringify);
