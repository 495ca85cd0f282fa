// expect cpu-total 2 --max-cpu 200ms
function work() { for (let i = 0; i < 1e5; i++); setImmediate(work); }
work();
