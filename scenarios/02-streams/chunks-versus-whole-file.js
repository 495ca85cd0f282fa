// @title  A file in chunks, or whole
// @lesson readFileSync() brings the whole file into memory; a read stream brings 64 KiB at a time and
// forgets them again. Watch the memory curve. Make the file 1GiB, and only the first half of this
// program changes.
// @file   huge-file.csv 16MiB csv
// (Under real Node, put a file of that name beside this one.)

const fs = require('fs');
const path = require('path');
const file = path.join(__dirname, 'huge-file.csv');

function whole() {
  const data = fs.readFileSync(file);
  console.log(`whole: one piece of ${data.length} bytes`);
}

function inChunks() {
  let bytes = 0;
  let largest = 0;
  const stream = fs.createReadStream(file);
  stream.on('data', (chunk) => {
    bytes += chunk.length;
    largest = Math.max(largest, chunk.length);
  });
  stream.on('end', () => console.log(`stream: ${bytes} bytes, never more than ${largest} at a time`));
}

whole();
setTimeout(inChunks, 10);
