// expect trace-events 3 --max-events 5000
function again() {
  for (let i = 0; i < 3000; i++) process.nextTick(() => {});
  setImmediate(again);
}
again();
