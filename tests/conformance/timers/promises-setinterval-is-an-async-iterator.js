const { setInterval: every } = require('timers/promises');
(async () => {
  let beats = 0;
  for await (const value of every(5, 'beat')) {
    console.log(value, ++beats);
    if (beats === 3) break;
  }
  console.log('done');
})();
