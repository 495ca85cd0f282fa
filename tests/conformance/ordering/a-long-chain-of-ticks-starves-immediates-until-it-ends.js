let left = 1000;
setImmediate(() => console.log('immediate, left =', left));
(function again() { if (--left > 0) process.nextTick(again); })();
