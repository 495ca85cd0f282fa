const timer = setTimeout(() => console.log('timeout'), 1);
require('fs').stat(__filename, () => {
  clearTimeout(timer);
  console.log('stat');
});
