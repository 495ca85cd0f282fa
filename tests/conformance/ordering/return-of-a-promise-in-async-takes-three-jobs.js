const later = async () => Promise.resolve('returned');
const awaited = async () => { return await Promise.resolve('return await'); };
const plain = async () => 'plain';
later().then(console.log);
awaited().then(console.log);
plain().then(console.log);
let others = Promise.resolve();
for (let i = 1; i <= 5; i++) others = others.then(() => console.log('other', i));
