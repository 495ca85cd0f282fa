const { Worker } = require('worker_threads');
new Worker(new URL('data:text/javascript,' + encodeURIComponent(`import { parentPort, workerData } from 'worker_threads'; console.log(import.meta.url.slice(0, 20), typeof require, workerData); parentPort.postMessage(1);`)), { workerData: 5 }).on('message', (m) => console.log('got', m)).on('exit', (c) => {
  console.log(c);
  new Worker(new URL('data:text/javascript,throw new Error("x")')).on('error', (e) => console.log(e.message)).on('exit', (c) => {
    console.log(c);
    try { new Worker('data:text/javascript,1'); } catch (e) { console.log(e.code, e.message); }
    try { new Worker(new URL('http://x/y.js')); } catch (e) { console.log(e.code, e.message); }
    new Worker(new URL('data:text/plain,1')).on('error', (e) => console.log(e.code, e.message)).on('exit', (c) => {
      new Worker(new URL('data:text/javascript;base64,' + Buffer.from('console.log("base64")').toString('base64')))
    });
  });
});
