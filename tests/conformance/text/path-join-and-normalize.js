const path = require('path');
console.log(path.join('a', '..', 'b', './c'), path.join(), path.join(''), path.join('/a', '/b'), path.join('a/', '/b/'), path.join('..', 'a'), path.join('a', '../../..', 'b'));
for (const p of ['a//b/../c/.', '/..', './', '', '/a/b/../../..', 'a/..', '../a/..', '//a']) console.log(JSON.stringify(p), path.normalize(p));
