// @title  Compressing a file with pipeline()
// @lesson read → gzip → write. Reading, compressing and writing are jobs of the thread pool, so they go
// on side by side; pipeline() makes each wait for the next, and settles when all is written.

const fs = require('fs');
const os = require('os');
const path = require('path');
const zlib = require('zlib');
const { pipeline } = require('stream/promises');

const input = path.join(os.tmpdir(), 'input.log');
const output = `${input}.gz`;

async function main() {
  let log = '';
  for (let i = 0; i < 4000; i++) log += `2026-01-01T00:00:00Z GET /orders/${i} 200 ${i % 97} ms\n`;
  fs.writeFileSync(input, log);

  await pipeline(
    fs.createReadStream(input),     // Readable
    zlib.createGzip(),              // Transform
    fs.createWriteStream(output),   // Writable
  );

  const packed = fs.statSync(output).size;
  console.log(packed < log.length / 4 ? 'less than a quarter is left' : 'it did not shrink much');
  console.log(zlib.gunzipSync(fs.readFileSync(output)).toString() === log ? 'nothing is lost' : 'broken');
  fs.unlinkSync(input);
  fs.unlinkSync(output);
}

main();
