const target = new EventTarget();
const attempts = [
  () => new Event(),
  () => target.dispatchEvent({}),
  () => target.addEventListener('x'),
  () => target.addEventListener('x', 'text'),
  () => { const event = new Event('y'); target.addEventListener('y', () => target.dispatchEvent(event)); process.on('uncaughtException', (error) => console.log(error.code)); target.dispatchEvent(event); },
];
for (const attempt of attempts) {
  try { attempt(); console.log('no error'); } catch (error) { console.log(error.name, error.code, error.message); }
}
