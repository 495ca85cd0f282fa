console.log(Buffer.from([1, 256, -1, 3.9, '5', 'x']), Buffer.from(new Uint8Array([1, 2])), Buffer.from(Buffer.from('ab')), Buffer.from({ length: 2, 0: 7, 1: 8 }));
console.log(Buffer.from(new String('boxed')), Buffer.from({ type: 'Buffer', data: [9, 8] }), Buffer.from({ [Symbol.toPrimitive]: () => 'prim' }), Buffer.from(new Uint16Array([1, 300])));
const shared = new ArrayBuffer(4); const view = Buffer.from(shared, 1, 2); view[0] = 5; console.log(new Uint8Array(shared), view.byteOffset, view.length);
for (const value of [null, undefined, 5, true, {}, Symbol('x'), () => {}]) {
  try { Buffer.from(value); } catch (error) { console.log(error.code, error.message); }
}
