process.on('exit', (code) => { console.log('first', code); process.exit(4); });
process.on('exit', () => console.log('never'));
