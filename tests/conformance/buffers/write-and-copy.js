const buffer = Buffer.alloc(8, '.');
console.log(buffer.write('héy', 1), buffer.toString(), buffer.write('zzz', 7), buffer.write('6869', 0, 'hex'), buffer.toString(), buffer.write('漢', 6), buffer.toString('latin1'));
const target = Buffer.alloc(5, '-');
console.log(Buffer.from('abcdef').copy(target, 1, 2, 9), target.toString(), target.copyWithin(0, 3).toString());
