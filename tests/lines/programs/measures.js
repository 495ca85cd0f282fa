// Whatever a program measures is the same with its lines recorded.
const start = process.hrtime.bigint();
const used = process.memoryUsage().heapUsed;
let sum = 0;
for (let i = 0; i < 100_000; i++) sum += i % 7;
console.log(sum, process.hrtime.bigint() - start, process.cpuUsage().user, performance.now());
console.log(process.memoryUsage().heapUsed - used, new Date().toISOString());
const until = Date.now() + 5;
while (Date.now() < until);
async function wait() {
  for (let i = 0; i < 3; i++) await new Promise((resolve) => setTimeout(resolve, i));
  console.log(performance.now());
}
wait();
