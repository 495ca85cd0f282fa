const buffer = new ArrayBuffer(8);
const copy = structuredClone({ buffer }, { transfer: [buffer] });
console.log(buffer.byteLength, copy.buffer.byteLength);
try { structuredClone(); } catch (error) { console.log(error.name, error.code); }
