const fs = require('fs');
for (const run of [() => fs.readFile(__filename), () => fs.readFileSync(__filename, 'nope'), () => fs.stat()]) {
  try { run(); } catch (error) { console.log(error.name, error.code, '|', error.message); }
}
