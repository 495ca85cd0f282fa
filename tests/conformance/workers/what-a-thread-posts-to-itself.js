// It is there at the next poll; and in the same one if its port is looked at later.
const { MessageChannel, BroadcastChannel } = require('worker_threads');
const a = new MessageChannel();
const b = new MessageChannel();
const log = (...args) => console.log(...args);
let hops = 0;
a.port2.on('message', (m) => {
  log('a.port2', m);
  setImmediate(() => log('immediate of a.port2', m));
  if (m === 1) b.port2.postMessage('sent by a.port2');  // a later port: in the same poll
  if (hops++ < 3) a.port1.postMessage('back');  // an earlier port: in the next
});
b.port1.on('message', (m) => {
  log('b.port1', m);
  a.port1.postMessage('from b');
});
b.port2.on('message', (m) => log('b.port2', m));
a.port1.on('message', (m) => log('a.port1', m));
setImmediate(() => log('immediate'));
a.port1.postMessage(1);
a.port1.postMessage(2);
process.nextTick(() => log('tick'));
const one = new BroadcastChannel('x');
const other = new BroadcastChannel('x');
other.onmessage = ({ data }) => log('broadcast', data);
one.postMessage(3);
setTimeout(() => {
  for (const port of [a.port1, b.port1]) port.close();
  one.close();
  other.close();
}, 1000);
