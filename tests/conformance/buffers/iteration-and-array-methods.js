const buffer = Buffer.from('abc');
console.log([...buffer], [...buffer.entries()], [...buffer.keys()], buffer.map((x) => x + 1), buffer.filter((x) => x > 97).toString(), buffer.reverse().toString(), buffer.at(-1), buffer.join('-'));
console.log(buffer instanceof Uint8Array, Buffer.isBuffer(buffer), Buffer.isBuffer(new Uint8Array(1)), Buffer.of(1, 2), buffer.constructor.name, Object.prototype.toString.call(buffer), Buffer.poolSize);
