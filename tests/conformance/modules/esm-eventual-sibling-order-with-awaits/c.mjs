console.log('c starts');
await null;
await null;
console.log('c ends');
