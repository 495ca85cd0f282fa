// The usual way to read a file line by line, and what becomes of a file that is not there.
const fs = require('node:fs');
const fsp = require('node:fs/promises');
const readline = require('node:readline');

const path = `${fs.mkdtempSync('/tmp/lines-')}/numbers.txt`;
fs.writeFileSync(path, Array.from({ length: 5000 }, (_, i) => `line ${i}`).join('\r\n'));

(async () => {
  let count = 0;
  let length = 0;
  for await (const line of readline.createInterface({ input: fs.createReadStream(path), crlfDelay: Infinity })) {
    count++;
    length += line.length;
  }
  console.log(count, length);

  const handle = await fsp.open(path);
  const few = [];
  for await (const line of handle.readLines({ start: 0, end: 20 })) few.push(line);
  console.log(few, handle.fd);

  const byEvents = readline.createInterface({ input: fs.createReadStream(path) });
  let seen = 0;
  byEvents.on('line', () => {
    if (++seen === 3) byEvents.close();
  });
  byEvents.on('close', () => console.log('closed after', seen, byEvents.input.isPaused()));
  await new Promise((resolve) => byEvents.input.on('pause', resolve));

  try {
    for await (const line of readline.createInterface({ input: fs.createReadStream(`${path}.not`) })) console.log(line);
  } catch (error) {
    console.log(error.code, error.syscall);
  }
})();
