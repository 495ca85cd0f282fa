new Promise((resolve) => resolve(Promise.resolve())).then(() => console.log('resolved with a promise'));
let others = Promise.resolve();
for (let i = 1; i <= 4; i++) others = others.then(() => console.log('other', i));
