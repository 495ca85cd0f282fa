const guard = setTimeout(() => console.log('too late'), 60_000);
require('fs').readFile(__filename, () => {
  console.log('read');
  clearTimeout(guard);
});
