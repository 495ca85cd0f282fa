const { Worker } = require('worker_threads');
const { performance } = require('perf_hooks');
console.log(performance.eventLoopUtilization());
const shape = (u) => `${Object.keys(u)} ${u.idle >= 0} ${u.active > 0} ${u.utilization >= 0 && u.utilization <= 1}`;
setTimeout(() => {
  const before = performance.eventLoopUtilization();
  console.log(shape(before), before.idle > 100);
  for (const end = Date.now() + 100; Date.now() < end;);
  const busy = performance.eventLoopUtilization(before);
  console.log(shape(busy), busy.utilization, busy.idle, busy.active >= 100);
  const between = performance.eventLoopUtilization(performance.eventLoopUtilization(), before);
  console.log(between.active >= 100, between.utilization);
  const worker = new Worker(`
    setTimeout(() => {
      for (const end = Date.now() + 200; Date.now() < end;);
      require('worker_threads').parentPort.postMessage(0);
    }, 100);
    setTimeout(() => {}, 600);
  `, { eval: true });
  console.log(worker.performance.eventLoopUtilization());
  worker.on('message', () => {
    const use = worker.performance.eventLoopUtilization();
    console.log(shape(use), use.idle > 20, use.active > 150);
  });
  worker.on('exit', () => console.log(worker.performance.eventLoopUtilization()));
}, 200);
