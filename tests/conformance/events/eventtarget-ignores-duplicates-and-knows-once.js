const target = new EventTarget();
const handler = () => console.log('handler');
target.addEventListener('go', handler);
target.addEventListener('go', handler);
target.addEventListener('go', () => console.log('once'), { once: true });
target.dispatchEvent(new Event('go'));
target.removeEventListener('go', handler);
target.dispatchEvent(new Event('go'));
