const [a, b] = [Buffer.from('abc'), Buffer.from('abd')];
console.log(Buffer.concat([a, b]).toString(), Buffer.concat([a, b], 4).toString(), Buffer.concat([a], 5), Buffer.concat([]));
console.log(Buffer.compare(a, b), b.compare(a), a.compare(Buffer.from('abc')), a.equals(new Uint8Array([97, 98, 99])), a.compare(b, 0, 2, 0, 2), [b, a].sort(Buffer.compare).map(String));
try { Buffer.concat('x'); } catch (error) { console.log(error.code, error.message); }
try { Buffer.concat(['x']); } catch (error) { console.log(error.code, error.message); }
