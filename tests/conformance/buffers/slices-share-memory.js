const buffer = Buffer.from('hello world');
const part = buffer.subarray(6, 9);
part[0] = 0x57;
console.log(buffer.toString(), part.toString(), buffer.slice(-5).toString(), buffer.subarray(3, 1).length, buffer.subarray(0, 99).length);
console.log(part.parent === buffer.buffer, part.buffer === buffer.buffer, Uint8Array.prototype.slice.call(buffer, 0, 2));
