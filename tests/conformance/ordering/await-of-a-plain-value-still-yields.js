(async () => {
  for (let i = 0; i < 3; i++) console.log('a', await i);
})();
(async () => {
  for (let i = 0; i < 3; i++) console.log('b', await i);
})();
