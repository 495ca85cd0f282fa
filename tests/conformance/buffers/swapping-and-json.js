console.log(Buffer.from([1, 2, 3, 4]).swap16(), Buffer.from([1, 2, 3, 4]).swap32(), Buffer.from([1, 2, 3, 4, 5, 6, 7, 8]).swap64());
try { Buffer.alloc(3).swap16(); } catch (error) { console.log(error.code, error.message); }
console.log(JSON.stringify(Buffer.from('hi')), JSON.parse(JSON.stringify({ b: Buffer.from([1]) }), (key, value) => (value && value.type === 'Buffer' ? Buffer.from(value) : value)));
