process.on('uncaughtException', (error) => console.log('uncaught', error.message));
const target = new EventTarget();
target.addEventListener('go', () => { throw new Error('in listener'); });
target.addEventListener('go', () => console.log('second listener'));
target.dispatchEvent(new Event('go'));
console.log('after dispatch');
