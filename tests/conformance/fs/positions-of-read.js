// What read() takes for a position: the three kinds of read differ.
const fs = require('node:fs');
const fsp = require('node:fs/promises');

const path = `${fs.mkdtempSync('/tmp/positions-')}/digits`;
fs.writeFileSync(path, '0123456789');
const positions = [0, 4, -1, -2, 1.5, '1', null, undefined, NaN, 3n, -1n, -2n, 2n ** 63n, 2n ** 64n, {}, true];

async function attempt(kind, position, read) {
  const bytes = Buffer.alloc(2);
  try {
    const count = await read(bytes, position);
    console.log(kind, String(position), count, `${bytes.subarray(0, count)}`);
  } catch (error) {
    console.log(kind, String(position), error.code, error.message);
  }
}

(async () => {
  for (const position of positions) {
    const fd = fs.openSync(path);
    await attempt('sync', position, (bytes, at) => fs.readSync(fd, bytes, 0, 2, at));
    await attempt('callback', position, (bytes, at) => new Promise((resolve, reject) => {
      fs.read(fd, bytes, 0, 2, at, (error, count) => error ? reject(error) : resolve(count));
    }));
    fs.closeSync(fd);
    const handle = await fsp.open(path);
    await attempt('promise', position, async (bytes, at) => (await handle.read(bytes, 0, 2, at)).bytesRead);
    await handle.close();
  }
  const fd = fs.openSync(path);
  console.log(fs.readSync(fd, Buffer.alloc(4), null, 1, null), 'null where the options may stand');
  fs.closeSync(fd);
})();
