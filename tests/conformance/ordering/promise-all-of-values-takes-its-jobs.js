Promise.all([1, Promise.resolve(2), { then(resolve) { resolve(3); } }]).then((values) => console.log('all', values));
Promise.all([]).then((values) => console.log('empty', values));
let others = Promise.resolve();
for (let i = 1; i <= 5; i++) others = others.then(() => console.log('other', i));
