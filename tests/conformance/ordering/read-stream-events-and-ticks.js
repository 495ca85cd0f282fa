// Events of a read stream, each with a tick, a job and an immediate.
const fs = require('fs');
const stream = fs.createReadStream(__filename, { highWaterMark: 1 << 20 });
for (const event of ['open', 'ready', 'data', 'end', 'close']) {
  stream.on(event, () => {
    console.log(event);
    process.nextTick(() => console.log(event, 'tick'));
    Promise.resolve().then(() => console.log(event, 'job'));
  });
}
