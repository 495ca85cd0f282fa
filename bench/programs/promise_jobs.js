'use strict';
let count = 0;
const job = () => { count++; };
for (let i = 0; i < 300000; i++) Promise.resolve().then(job);
process.on('exit', () => console.log(count));
