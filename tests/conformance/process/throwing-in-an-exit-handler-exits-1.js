process.on('exit', () => console.log('first handler'));
process.on('exit', () => { throw new Error('in exit'); });
