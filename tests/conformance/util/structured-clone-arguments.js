for (const options of ['', 1, { transfer: 1 }, { transfer: '' }, { transfer: {} }, null, undefined, { transfer: null }, {},
                       { transfer: new Set() }]) {
  try {
    console.log(structuredClone({ a: 1 }, options));
  } catch (error) {
    console.log(error.name, error.code, error.message);
  }
}
const buffer = new ArrayBuffer(8);
const clone = structuredClone({ buffer }, { transfer: new Set([buffer]) });
console.log(buffer.byteLength, clone.buffer.byteLength);
