'use strict';
let count = 0;
const tick = () => { count++; };
for (let i = 0; i < 300000; i++) process.nextTick(tick);
process.on('exit', () => console.log(count));
