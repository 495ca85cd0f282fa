const buffer = Buffer.alloc(4);
for (const run of [() => buffer.readUInt8(4), () => buffer.readUInt32LE(1), () => buffer.readInt8(-1), () => buffer.readInt8(1.5), () => buffer.readInt8('1'), () => buffer.writeUInt8(256, 0), () => buffer.writeInt16LE(40000, 0), () => buffer.readUIntLE(0, 7), () => buffer.writeUInt8('x', 0), () => Buffer.alloc(0).readUInt8(0), () => Buffer.alloc(8).writeBigUInt64LE(2n ** 64n)]) {
  try { console.log(run()); } catch (error) { console.log(error.name, error.code, error.message); }
}
