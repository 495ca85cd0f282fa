let fired = 0;
const timer = setTimeout(() => {
  console.log('fired', ++fired);
  if (fired < 3) timer.refresh();
}, 5);
