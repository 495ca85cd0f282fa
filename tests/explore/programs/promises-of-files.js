const { stat, access } = require('fs').promises;
(async () => {
  await stat(__filename);
  console.log('stat, once');
  await stat(__filename);
  console.log('stat, twice');
})();
access(__filename).then(() => console.log('access'));
