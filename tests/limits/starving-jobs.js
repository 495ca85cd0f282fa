// expect tick-starvation 3 --max-ticks 20000
setImmediate(() => {
  (async () => { for (;;) await null; })();
});
