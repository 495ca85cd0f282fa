process.on('uncaughtException', (error) => console.log('caught', error.message));
setTimeout(() => { throw new Error('in timer'); }, 10);
setTimeout(() => console.log('same list'), 10);
setTimeout(() => console.log('later list'), 40);
