const path = require('path');
console.log(path.resolve('/a/b', '../c'), path.resolve('/a', '/b', 'c'), path.resolve('') === process.cwd(), path.resolve('/a', '', 'b'));
for (const [from, to] of [['/a/b/c', '/a/d'], ['/a', '/a'], ['/a/b', '/a/b/c/d'], ['/', '/x'], ['/a/bc', '/a/b']]) console.log(JSON.stringify(path.relative(from, to)));
