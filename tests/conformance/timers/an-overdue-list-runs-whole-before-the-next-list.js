setTimeout(() => console.log('10 a'), 10);
setTimeout(() => console.log('15'), 15);
const pause = Date.now() + 8;
while (Date.now() < pause);
setTimeout(() => console.log('10 b'), 10);
const end = Date.now() + 60;
while (Date.now() < end);
