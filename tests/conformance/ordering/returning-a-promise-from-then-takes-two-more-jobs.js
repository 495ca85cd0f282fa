Promise.resolve().then(() => {
  console.log('start');
  return Promise.resolve('inner');
}).then((value) => console.log(value));

let others = Promise.resolve();
for (let i = 1; i <= 5; i++) others = others.then(() => console.log('other', i));
