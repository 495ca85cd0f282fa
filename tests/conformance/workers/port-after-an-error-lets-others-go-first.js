const { MessageChannel } = require('worker_threads');
process.on('uncaughtException', (e) => console.log('uncaught', e.message));
const a = new MessageChannel(), b = new MessageChannel();
a.port2.on('message', (m) => { console.log('a', m); if (m === 1) throw new Error('one'); });
b.port2.on('message', (m) => { console.log('b', m); if (m === 2) throw new Error('two'); });
for (const m of [1, 2, 3]) a.port1.postMessage(m);
for (const m of [1, 2, 3]) b.port1.postMessage(m);
setImmediate(() => console.log('immediate'));
setTimeout(() => { a.port1.close(); b.port1.close(); }, 20);
