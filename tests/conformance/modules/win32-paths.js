const { win32 } = require('path');
for (const parts of [['./upload', '/../C:/Windows'], ['upload', '../', 'C:foo'], ['test/..', '??/D:/Test'], ['a', 'b:'], ['a:b', 'c'],
                     ['x', '..', 'y:z'], ['C:', 'a'], ['//server', 'share']]) console.log(parts, win32.join(...parts));
for (const [from, to] of [['\\\\foo\\baz-quux', '\\\\foo\\baz'], ['\\\\foo\\baz', '\\\\foo\\baz-quux'], ['C:\\a\\b', 'c:\\A\\c'],
                          ['C:\\a', 'D:\\a'], ['\\\\foo\\bar', '\\\\foo\\bar\\baz'], ['C:\\', 'C:\\foo'], ['\\\\a\\b', '\\\\c\\b'],
                          ['C:\\foo\\bar', 'C:\\'], ['\\\\foo\\bar\\baz', '\\\\foo\\bar']]) console.log(from, to, win32.relative(from, to));
