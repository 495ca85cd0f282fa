const fs = require('fs');
const folder = fs.mkdtempSync('/tmp/fs-');
process.chdir(folder);
process.on('exit', () => fs.rmSync(folder, { recursive: true, force: true }));
const controller = new AbortController();
(async () => {
  setTimeout(() => fs.writeFileSync('f', ''), 10);
  setTimeout(() => controller.abort(), 60);
  try {
    for await (const event of fs.promises.watch('.', { signal: controller.signal })) console.log(event);
  } catch (error) {
    console.log(error.name, error.code);
  }
})();
