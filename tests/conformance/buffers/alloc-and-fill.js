console.log(Buffer.alloc(3), Buffer.alloc(5, 'ab'), Buffer.alloc(4, 1), Buffer.alloc(4, 'YWI=', 'base64'), Buffer.allocUnsafe(2).length, Buffer.alloc(3, 'é'));
console.log(Buffer.alloc(6).fill('abc', 1, 5), Buffer.alloc(4).fill(0x1ff), Buffer.alloc(4).fill(''), Buffer.alloc(3).fill(Buffer.from('xy')));
for (const run of [() => Buffer.alloc(2).fill('z', 0, 9), () => Buffer.alloc(3).fill('zz', 'hex'), () => Buffer.alloc(-1), () => Buffer.alloc('5'), () => Buffer.alloc(2, 'a', 'nope')]) {
  try { console.log(run()); } catch (error) { console.log(error.code, error.message); }
}
