const controller = new AbortController();
const { signal } = controller;
signal.addEventListener('abort', (event) => console.log('listener', event.type, signal.aborted));
signal.onabort = () => console.log('onabort');
console.log(signal.aborted);
controller.abort();
controller.abort();
console.log(signal.aborted, signal.reason.name, signal.reason.code, signal.reason.message);
