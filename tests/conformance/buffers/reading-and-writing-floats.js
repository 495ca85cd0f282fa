const buffer = Buffer.alloc(12);
buffer.writeFloatLE(1.5, 0); buffer.writeDoubleBE(-0.1, 4);
console.log(buffer, buffer.readFloatLE(0), buffer.readDoubleBE(4), buffer.readFloatBE(0));
buffer.writeFloatLE(1e40, 0); console.log(buffer.readFloatLE(0)); buffer.writeDoubleLE(NaN, 0); console.log(buffer.readDoubleLE(0));
