function* steps() { console.log('one'); yield; console.log('two'); yield; console.log('three'); }
process.nextTick(() => console.log('tick'));
for (const _ of steps()) console.log('between');
