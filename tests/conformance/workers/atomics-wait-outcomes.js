const cells = new Int32Array(new SharedArrayBuffer(16));

console.log(Atomics.wait(cells, 0, 1));
console.log(Atomics.wait(cells, 0, 0, 5));
console.log(Atomics.wait(cells, 0, 0, 0), Atomics.wait(cells, 0, 0, -1));
console.log(Atomics.notify(cells, 0), Atomics.notify(cells, 0, 3));
console.log(Atomics.notify(new Int32Array(4), 0));
const big = new BigInt64Array(new SharedArrayBuffer(16));
console.log(Atomics.wait(big, 1, 0n, 1), Atomics.wait(big, 1, 5n), Atomics.notify(big, 1));
for (const attempt of [() => Atomics.wait(new Int32Array(4), 0, 0, 1), () => Atomics.wait(new Uint8Array(new SharedArrayBuffer(4)), 0, 0, 1),
                       () => Atomics.wait(cells, 99, 0, 1), () => Atomics.notify(cells, -1)]) {
  try {
    attempt();
  } catch (error) {
    console.log(error.name);
  }
}
