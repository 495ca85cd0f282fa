setTimeout(() => console.log('never'), 50).unref();
setTimeout(() => console.log('last'), 10);
process.on('exit', () => console.log('exit'));
