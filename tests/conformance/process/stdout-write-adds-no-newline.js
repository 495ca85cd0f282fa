process.stdout.write('a');
process.stdout.write('b\n');
console.log(process.stdout.write('') === true, process.stdout.isTTY);
process.stdout.write(Buffer.from('buffer\n'));
