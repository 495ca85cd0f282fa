const buffer = Buffer.alloc(16);
buffer.writeUInt8(255, 0); buffer.writeInt8(-2, 1); buffer.writeUInt16LE(0x1234, 2); buffer.writeUInt16BE(0x1234, 4); buffer.writeInt32LE(-5, 6); buffer.writeUInt32BE(0xdeadbeef, 10);
console.log(buffer, buffer.writeUInt8(1, 15));
console.log(buffer.readUInt8(0), buffer.readInt8(1), buffer.readUInt16LE(2), buffer.readUint16BE(4), buffer.readInt32LE(6), buffer.readUInt32BE(10).toString(16), buffer.readUIntBE(10, 3).toString(16), buffer.readIntLE(6, 6));
console.log(Buffer.alloc(8).fill(0xff).readBigUInt64LE(), Buffer.alloc(8).fill(0xff).readBigInt64BE());
const big = Buffer.alloc(8); big.writeBigInt64LE(-2n); console.log(big);
