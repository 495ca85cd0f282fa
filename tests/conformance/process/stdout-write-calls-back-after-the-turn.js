process.stdout.write('text\n', () => console.log('written'));
console.log('sync');
