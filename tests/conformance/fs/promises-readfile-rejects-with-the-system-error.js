const fs = require('fs/promises');
(async () => {
  console.log((await fs.readFile(__filename, 'utf8')).length > 100);
  await fs.readFile('/no/such').catch((error) => console.log(error.code, error.message));
  console.log(require('fs').promises === fs);
})();
