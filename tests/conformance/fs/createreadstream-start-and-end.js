const fs = require('fs');
const folder = fs.mkdtempSync('/tmp/fs-');
process.chdir(folder);
process.on('exit', () => fs.rmSync(folder, { recursive: true, force: true }));
fs.writeFileSync('f', '0123456789');
const read = async (options) => {
  const chunks = [];
  for await (const chunk of fs.createReadStream('f', { encoding: 'utf8', ...options })) chunks.push(chunk);
  console.log(options, chunks);
};
(async () => {
  await read({});
  await read({ start: 3 });
  await read({ end: 3 });
  await read({ start: 2, end: 5 });
  await read({ start: 9, end: 100 });
  await read({ start: 20 });
  await read({ highWaterMark: 3 });
  await read({ start: 1, end: 7, highWaterMark: 4 });
  await read({ end: 0 });
})();
