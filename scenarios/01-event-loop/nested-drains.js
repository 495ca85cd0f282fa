// @title  Drains inside drains
// @lesson Ticks and jobs that queue more ticks and jobs are all served before the loop moves on: the
// timer has to wait for the whole chain, however long it grows. Follow how the two queues take turns.

function chain(depth) {
  if (depth === 0) return;
  process.nextTick(() => {
    console.log(`tick at depth ${depth}`);
    Promise.resolve().then(() => {
      console.log(`job at depth ${depth}`);
      chain(depth - 1);
    });
  });
}

setTimeout(() => console.log('timer: after the whole chain'), 1);
chain(3);
console.log('main script done');
