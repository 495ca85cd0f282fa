const target = new EventTarget();
const controller = new AbortController();
target.addEventListener('go', () => console.log('heard'), { signal: controller.signal });
target.dispatchEvent(new Event('go'));
controller.abort();
target.dispatchEvent(new Event('go'));
console.log('done');
