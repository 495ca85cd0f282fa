const { fileURLToPath, pathToFileURL } = require('url');
const show = (work) => { try { console.log(work()); } catch (error) { console.log(error.code, error.message); } };
const paths = ['C:\\a\\b', 'C:\\a\\', 'C:\\a/', 'C:\\', 'C:\\a\\..\\b', 'C:\\%#?[]^|~ é\n', '\\\\server\\share\\x y', '\\\\server', '\\\\\\x\\y', '\\\\?\\C:\\x',
  '\\\\?\\UNC\\server\\share', '\\\\.\\pipe\\x', '\\\\пример\\x\\', '\\\\s%\\x', '\\\\a\\b/c', '//s/x', '\\\\'];
for (const path of paths) {
  show(() => pathToFileURL(path, { windows: true }).href);
  show(() => pathToFileURL(`/${path}`, { windows: false }).href);
}
const urls = ['file:///C:/a/b%20c', 'file:///c|/x', 'file:///C%3A/x', 'file://xn--e1afmkfd/b/c', 'file:///b', 'file:///C:/a%2fb', 'file:///C:/a%5Cb', 'http://h/',
  'file:///', 'x'];
for (const url of urls) {
  show(() => fileURLToPath(url, { windows: true }));
  show(() => fileURLToPath(new URL(url), { windows: false }));
  show(() => fileURLToPath(url, null));
}
show(() => fileURLToPath({ href: 'file:///x', protocol: 'file:', hostname: '', pathname: '/like/a/url' }));
for (const bad of [undefined, null, {}, 1, require('url').parse('file:///x')]) show(() => fileURLToPath(bad));
show(() => pathToFileURL());
