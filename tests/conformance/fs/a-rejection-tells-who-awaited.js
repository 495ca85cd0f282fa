const fs = require('fs');
async function load() {
  return await fs.promises.readFile('/none/at/all');
}
async function main() {
  try {
    await load();
  } catch (error) {
    console.log(error.stack);
  }
}
main();
