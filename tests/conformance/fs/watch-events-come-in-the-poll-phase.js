const fs = require('fs');
const folder = fs.mkdtempSync('/tmp/fs-');
process.chdir(folder);
process.on('exit', () => fs.rmSync(folder, { recursive: true, force: true }));
const order = [];
const watcher = fs.watch('.', (type, name) => order.push(`${type} ${name}`));
fs.writeFileSync('f', 'x');
setImmediate(() => order.push('immediate'));
process.nextTick(() => order.push('tick'));
setTimeout(() => {
  console.log(order);
  watcher.close();
}, 50);
