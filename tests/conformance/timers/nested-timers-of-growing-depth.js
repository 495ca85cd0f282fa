function level(n) {
  if (n === 0) return console.log('bottom');
  setTimeout(() => { console.log('level', n); level(n - 1); }, n * 3);
}
level(4);
