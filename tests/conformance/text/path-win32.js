const { win32 } = require('path');
console.log(win32.join('C:\\a', '..', 'b'), win32.normalize('C:/a//b\\..\\c'), win32.resolve('C:\\a', '..\\b'), win32.basename('C:\\x\\y.txt'), win32.isAbsolute('C:/'), win32.relative('C:\\a\\b', 'C:\\a\\c'), win32.sep, win32.parse('C:\\p\\f.txt').root, win32.toNamespacedPath('C:\\a'));
