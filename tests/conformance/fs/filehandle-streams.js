const fs = require('fs');
const folder = fs.mkdtempSync('/tmp/fs-');
process.chdir(folder);
process.on('exit', () => fs.rmSync(folder, { recursive: true, force: true }));
(async () => {
  const out = await fs.promises.open('f', 'w');
  const writer = out.createWriteStream();
  writer.write('line one\n');
  writer.end('line two\n');
  await require('stream/promises').finished(writer);
  console.log(out.fd, writer.bytesWritten);
  const handle = await fs.promises.open('f');
  const chunks = [];
  for await (const chunk of handle.createReadStream({ encoding: 'utf8', highWaterMark: 5 })) chunks.push(chunk);
  console.log(chunks, handle.fd);
})();
