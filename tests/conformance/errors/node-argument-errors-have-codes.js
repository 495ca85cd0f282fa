const attempts = [
  () => require('path').join(1),
  () => Buffer.from(5),
  () => Buffer.alloc('x'),
  () => new URL('nope'),
  () => require('events').setMaxListeners(-1),
  () => process.nextTick('x'),
  () => queueMicrotask(null),
  () => require('util').promisify('x'),
  () => process.chdir(1),
  () => new (require('events'))().on('x', 'y'),
  () => require(''),
  () => require(1),
  () => require('fs').readFileSync({}),
];
for (const attempt of attempts) {
  try { attempt(); console.log('no error'); } catch (error) { console.log(error.name, error.code, '|', error.message); }
}
