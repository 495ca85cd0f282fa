const path = require('path');
for (const p of ['/home/a.tar.gz', 'file', '.bashrc', 'a/b/', '/', '', 'x.', '..', '/a/.b.c']) console.log(JSON.stringify(p), path.dirname(p), path.basename(p), JSON.stringify(path.extname(p)), JSON.stringify(path.parse(p)));
console.log(path.basename('a.html', '.html'), path.basename('.html', '.html'), path.format({ dir: '/d', base: 'b' }), path.format({ root: '/', name: 'n', ext: 'e' }), path.isAbsolute('/a'), path.isAbsolute('a'), path.sep, path.delimiter, path.posix === path);
