process.on('exit', (code) => console.log('exit', code));
process.on('beforeExit', () => console.log('never'));
throw new Error('end');
