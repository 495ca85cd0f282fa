'use strict';
let count = 0;
const fire = () => { count++; };
for (let i = 0; i < 100000; i++) setTimeout(fire, i % 100);
process.on('exit', () => console.log(count));
