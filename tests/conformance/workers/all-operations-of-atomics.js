const cells = new Int32Array(new SharedArrayBuffer(16));

console.log(Atomics.store(cells, 0, 5), Atomics.load(cells, 0));
console.log(Atomics.add(cells, 0, 3), Atomics.sub(cells, 0, 1), Atomics.and(cells, 0, 6), Atomics.or(cells, 0, 8), Atomics.xor(cells, 0, 1));
console.log(Atomics.exchange(cells, 0, 100), Atomics.compareExchange(cells, 0, 100, 1), Atomics.compareExchange(cells, 0, 100, 2), cells[0]);
console.log(Atomics.isLockFree(4), typeof Atomics.wait, Object.prototype.toString.call(Atomics));
const buffer = new SharedArrayBuffer(3);
console.log(buffer.byteLength, buffer, buffer.slice(1).byteLength, buffer.constructor === SharedArrayBuffer, SharedArrayBuffer.name, SharedArrayBuffer.length);
try {
  SharedArrayBuffer(1);
} catch (error) {
  console.log(error.name, error.message);
}
class Mine extends SharedArrayBuffer {}
console.log(new Mine(2) instanceof Mine, new Mine(2) instanceof SharedArrayBuffer);
