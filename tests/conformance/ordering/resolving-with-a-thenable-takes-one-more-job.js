const thenable = { then(resolve) { console.log('then called'); resolve('value'); } };
new Promise((resolve) => resolve(thenable)).then(console.log);
let others = Promise.resolve();
for (let i = 1; i <= 4; i++) others = others.then(() => console.log('other', i));
