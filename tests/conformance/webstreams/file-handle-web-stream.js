const fs = require('fs/promises');
(async () => {
  const dir = await fs.mkdtemp('/tmp/webstreams-');
  await fs.writeFile(`${dir}/file`, 'x'.repeat(150000));
  const handle = await fs.open(`${dir}/file`);
  const stream = handle.readableWebStream();
  console.log(stream);
  for await (const chunk of stream) console.log(chunk.constructor.name, chunk.byteLength);
  try { handle.readableWebStream(); } catch (error) { console.log(error.code, error.message); }
  await handle.close();
  try { handle.readableWebStream(); } catch (error) { console.log(error.code, error.message); }
  const bytes = await fs.open(`${dir}/file`);
  const reader = bytes.readableWebStream({ type: 'bytes' }).getReader({ mode: 'byob' });
  const { value } = await reader.read(new Uint8Array(10));
  console.log(value.length, value[0]);
  await bytes.close();
  reader.closed.then(() => console.log('closed with the file'));
  await fs.rm(dir, { recursive: true });
})();
