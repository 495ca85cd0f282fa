const signal = AbortSignal.timeout(10);
signal.addEventListener('abort', () => console.log(signal.reason.name, signal.reason.code, signal.reason.message));
setTimeout(() => console.log('holder'), 40);
