// @title  A Transform that parses CSV
// @lesson Bytes go in, objects come out: in object mode a chunk is one value, and the high-water mark
// counts values. Follow the one chunk of text, and what is made of it.

const fs = require('fs');
const path = require('path');
const { Transform } = require('stream');

const csvParser = new Transform({
  objectMode: true,
  transform(chunk, encoding, callback) {
    const lines = chunk.toString().split('\n');
    for (const line of lines) {
      if (line.trim()) {
        const [name, age, city] = line.split(',');
        this.push({ name, age: parseInt(age), city });
      }
    }
    callback();
  },
});

fs.createReadStream(path.join(__dirname, 'data.csv'))
  .pipe(csvParser)
  .on('data', (record) => console.log(record))
  .on('end', () => console.log('end'));
