const fs = require('fs');
fs.readFile(__filename, () => {
  console.log('outer');
  setImmediate(() => console.log('immediate of outer'));
  fs.readFile(__filename, () => {
    console.log('inner');
    setImmediate(() => console.log('immediate of inner'));
  });
});
