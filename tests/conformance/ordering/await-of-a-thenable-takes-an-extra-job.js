(async () => {
  console.log(await { then(resolve) { console.log('then called'); resolve('thenable'); } });
})();
let others = Promise.resolve();
for (let i = 1; i <= 4; i++) others = others.then(() => console.log('other', i));
