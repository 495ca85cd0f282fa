Promise.resolve('value').finally(() => { console.log('finally'); return 'ignored'; }).then(console.log);
let others = Promise.resolve();
for (let i = 1; i <= 5; i++) others = others.then(() => console.log('other', i));
