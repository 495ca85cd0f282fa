const { promisify } = require('util');
const add = (a, b, callback) => process.nextTick(() => (a < 0 ? callback(new Error('negative')) : callback(null, a + b, 'ignored')));
const adding = promisify(add);
(async () => {
  console.log(await adding(1, 2));
  await adding(-1, 0).catch((error) => console.log(error.message));
  console.log(adding.name, adding.length, promisify(adding) === adding);
})();
