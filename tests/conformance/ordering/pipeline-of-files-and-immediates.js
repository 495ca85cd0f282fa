// pipeline() of files settles after its streams.
const fs = require('fs');
const os = require('os');
const path = require('path');
const zlib = require('zlib');
const { pipeline } = require('stream');
const file = path.join(os.tmpdir(), 'loopscope-pipeline-of-files');
const streams = [fs.createReadStream(__filename), zlib.createGzip(), fs.createWriteStream(file)];
for (const s of streams) for (const e of ['end', 'finish']) s.on(e, () => console.log(s.constructor.name, e));
pipeline(...streams, (error) => {
  console.log('pipeline', error);
  console.log(zlib.gunzipSync(fs.readFileSync(file)).equals(fs.readFileSync(__filename)));
  fs.unlinkSync(file);
});
