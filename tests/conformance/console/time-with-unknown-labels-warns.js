console.timeEnd('nobody');
console.timeLog('nobody');
console.time('twice');
console.time('twice');
