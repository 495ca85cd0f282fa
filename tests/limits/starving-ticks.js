// expect tick-starvation 2 --max-ticks 20000
function again() { process.nextTick(again); }
again();
setTimeout(() => console.log('never'), 1);
