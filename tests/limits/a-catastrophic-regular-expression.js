// expect built-in 3 --max-stall 1
setTimeout(() => {
  /^(a+)+$/.test('a'.repeat(60) + 'b');
}, 1);
