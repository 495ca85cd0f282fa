const { fileURLToPath, pathToFileURL } = require('url');
console.log(fileURLToPath('file:///a/b%20c.txt'), pathToFileURL('/x y/#z?.txt').href);
for (const bad of ['http://x/', 'file://host/x', 'file:///a%2Fb', 5]) {
  try { fileURLToPath(bad); } catch (error) { console.log(error.code, error.message); }
}
