console.log('a starts');
await null;
console.log('a ends');
