console.log(new Uint8Array([1, 2, 3]), new Float64Array([1.5, -0]), new BigInt64Array([1n]), new Uint8Array());
console.log(new Uint8Array([1, 2, 3]).buffer, new ArrayBuffer(0), new DataView(new ArrayBuffer(2)));
console.log(new Uint16Array(120));
console.log({ buffer: Buffer.from('abc'), list: [new Int8Array(2)] });
