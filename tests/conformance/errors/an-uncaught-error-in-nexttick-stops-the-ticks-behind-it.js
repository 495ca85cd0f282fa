process.nextTick(() => { throw new Error('tick'); });
process.nextTick(() => console.log('never'));
process.on('exit', (code) => console.log('exit', code));
