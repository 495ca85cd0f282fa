const stop = {};
for (const name of ['a', 'b']) {
  let beats = 0;
  stop[name] = setInterval(() => {
    console.log(name, ++beats);
    if (beats === 3) clearInterval(stop[name]);
  }, 20);
}
