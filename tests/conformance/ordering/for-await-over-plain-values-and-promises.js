(async () => {
  for await (const value of [1, Promise.resolve(2), 3]) console.log(value);
  console.log('done');
})();
let others = Promise.resolve();
for (let i = 1; i <= 6; i++) others = others.then(() => console.log('other', i));
