// tinypool: piscina's smaller sister, an ES module with workers that are ES modules.
import { isMainThread, workerData } from 'node:worker_threads';
import { fileURLToPath } from 'node:url';

export default function square(n) {
  if (n === 13) throw new Error('unlucky');
  return n * n;
}
export const negate = async (n) => -n;

if (isMainThread) {
  const { default: Tinypool } = await import('tinypool');
  const pool = new Tinypool({ filename: import.meta.url, minThreads: 1, maxThreads: 3 });
  console.log(await Promise.all([2, 3, 4].map((n) => pool.run(n))));
  console.log(await pool.run(5, { name: 'negate' }));
  await pool.run(13).catch((error) => console.log(error.message));
  console.log(pool.options.maxThreads, pool.queueSize, pool.completed);
  await pool.recycleWorkers();
  console.log(await pool.run(6));
  await pool.destroy();
  console.log('destroyed', typeof workerData, fileURLToPath(import.meta.url).endsWith('tinypool.mjs'));
}
