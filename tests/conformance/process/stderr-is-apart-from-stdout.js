process.stderr.write('to stderr\n');
console.error('error %d', 1);
console.log('to stdout');
console.warn('warn', { a: 1 });
