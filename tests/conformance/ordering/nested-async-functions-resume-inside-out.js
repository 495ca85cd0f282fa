async function level(n) {
  if (n > 0) await level(n - 1);
  console.log('level', n);
  return n;
}
level(4).then((n) => console.log('done', n));
Promise.resolve().then(() => console.log('job'));
