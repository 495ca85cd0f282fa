// Atomics.wait puts the thread to sleep; timers that come due meanwhile run afterwards.
const shared = new Int32Array(new SharedArrayBuffer(8));
setTimeout(() => console.log('timeout'), 5);
setImmediate(() => console.log('immediate'));
console.log(Atomics.wait(shared, 0, 1));
let start = Date.now();
console.log(Atomics.wait(shared, 0, 0, 50), Date.now() - start >= 49);
console.log(Atomics.wait(shared, 1, 0, -1), Atomics.wait(shared, 1, 0, 0));
start = process.hrtime.bigint();
Atomics.wait(new BigInt64Array(new SharedArrayBuffer(8)), 0, 0n, 20);
console.log(process.hrtime.bigint() - start >= 20000000n, Atomics.wait.name, Atomics.wait.length);
for (const call of [() => Atomics.wait(new Int32Array(2), 0, 0, 1), () => Atomics.wait(shared, 5, 0, 1)]) {
  try { call(); } catch (error) { console.log(error.name); }
}
