const fs = require('fs');
const folder = fs.mkdtempSync('/tmp/fs-');
process.chdir(folder);
process.on('exit', () => fs.rmSync(folder, { recursive: true, force: true }));
setTimeout(() => console.log('timeout'), 0);
setImmediate(() => console.log('immediate, after', fs.readdirSync('.').length, 'files'));
process.nextTick(() => console.log('tick, after', fs.readdirSync('.').length, 'files'));
for (let i = 0; i < 3; i++) fs.writeFileSync(`f${i}`, 'x');
console.log('written');
