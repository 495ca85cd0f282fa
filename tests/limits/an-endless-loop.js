// expect cpu-per-callback 4 --max-cpu-per-callback 200ms
setTimeout(() => {
  let turns = 0;
  while (true) turns++;
}, 1);
