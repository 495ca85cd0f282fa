(async () => {
  await Promise.resolve();
  console.log('awaited');
})();
let others = Promise.resolve();
for (let i = 1; i <= 3; i++) others = others.then(() => console.log('other', i));
