let rounds = 0;
setTimeout(function again() {
  console.log('round', ++rounds);
  if (rounds < 3) setTimeout(again, 10);
}, 10);
setTimeout(() => console.log('same list'), 10);
