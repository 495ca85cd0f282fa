const delays = [120, 20, 80, 100, 60, 40];
const fired = [];
for (const delay of delays) {
  for (const n of [1, 2]) setTimeout(() => fired.push(`${delay}/${n}`), delay);
}
setTimeout(() => console.log(fired.join(' ')), 160);
