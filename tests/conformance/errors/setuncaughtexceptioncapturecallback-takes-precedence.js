process.setUncaughtExceptionCaptureCallback((error) => console.log('captured', error.message));
process.on('uncaughtException', () => console.log('never'));
console.log(process.hasUncaughtExceptionCaptureCallback());
setTimeout(() => { throw new Error('x'); }, 5);
