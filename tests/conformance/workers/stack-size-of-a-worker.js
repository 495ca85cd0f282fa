// How deep a worker's calls may go grows with its stack.
const { Worker } = require('worker_threads');
const program = `
  let depth = 0;
  function call() { depth++; call(); }
  try { call(); } catch (error) { console.log(error instanceof RangeError, error.message); }
  require('worker_threads').parentPort.postMessage(depth);
`;
(async () => {
  const depths = [];
  for (const stackSizeMb of [1, 2, 4, 8]) {
    const worker = new Worker(program, { eval: true, resourceLimits: { stackSizeMb } });
    depths.push(await new Promise((resolve) => worker.on('message', resolve)));
    await new Promise((resolve) => worker.on('exit', resolve));
  }
  const [one, two, four, eight] = depths;
  console.log(one > 9000, one < two, Math.round(two / one * 4), Math.round(four / two), Math.round(eight / four));
})();
