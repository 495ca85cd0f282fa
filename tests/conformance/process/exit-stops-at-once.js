process.on('exit', (code) => console.log('exit', code));
process.nextTick(() => console.log('never'));
console.log('before');
process.exit(3);
console.log('never');
