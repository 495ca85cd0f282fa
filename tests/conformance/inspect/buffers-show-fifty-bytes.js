console.log(Buffer.from('hello'), Buffer.alloc(0), Buffer.alloc(60, 'ab'));
console.log(Object.assign(Buffer.from('x'), { extra: true }), [Buffer.from('in list')]);
