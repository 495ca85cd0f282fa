const fs = require('fs');
const folder = fs.mkdtempSync('/tmp/fs-');
process.chdir(folder);
process.on('exit', () => fs.rmSync(folder, { recursive: true, force: true }));
fs.writeFileSync('lib.js', 'module.exports = (name) => `hello ${name}`;');
fs.writeFileSync('data.json', '{ "n": 5 }');
console.log(require(`${folder}/lib.js`)('you'), require(`${folder}/data.json`).n);
(async () => {
  fs.writeFileSync('m.mjs', 'export const x = 7;');
  console.log((await import(`${folder}/m.mjs`)).x);
})();
