// close() takes effect in the closing phase: till then messages can be taken out, and a listener that closes its port
// still gets what is there.
const { MessageChannel, receiveMessageOnPort } = require('worker_threads');
{
  const { port1, port2 } = new MessageChannel();
  port2.on('message', (m) => {
    console.log('a gets', m);
    if (m === 1) { port2.close(); port1.postMessage(4); queueMicrotask(() => port1.postMessage(5)); setImmediate(() => { console.log('immediate'); port1.postMessage(6); console.log(receiveMessageOnPort(port2)); }); }
  });
  port2.on('close', () => { console.log('a closed'); });
  port1.on('close', () => console.log('other end of a closed'));
  port1.postMessage(1); port1.postMessage(2); port1.postMessage(3);
}
{
  const { port1, port2 } = new MessageChannel();
  port1.postMessage('x'); port1.postMessage('y');
  port2.on('message', (m) => console.log('b gets', m));
  port2.close();
  console.log('b took', receiveMessageOnPort(port2));
  process.nextTick(() => console.log('b took later', receiveMessageOnPort(port2)));
}
{
  const { port1, port2 } = new MessageChannel();
  port2.on('message', (m) => { console.log('c gets', m); port2.close(); console.log(port2.hasRef?.()); port2.postMessage('back'); });
  port1.on('message', (m) => console.log('c1 gets', m));
  port1.postMessage(1); port1.postMessage(2);
}
{
  const { port1, port2 } = new MessageChannel();
  port2.on('message', (m) => { console.log('d gets', m); port2.off('message', port2.l); if (m==1) { port2.removeAllListeners('message'); port2.close(); } });
  port1.postMessage(1); port1.postMessage(2);
}
{
  const { port1, port2 } = new MessageChannel();
  port2.on('message', (m) => { console.log('e gets', m); port1.close(); });
  port2.on('close', () => console.log('e closed'));
  port1.postMessage(1); port1.postMessage(2);
}
{
  const { port1, port2 } = new MessageChannel();
  port1.close();
  try { new MessageChannel().port1.postMessage(port1, [port1]); console.log('sent'); } catch (e) { console.log('f', e.name, e.message); }
  port1.on('close', () => { console.log('f closed'); try { port1.ref(); console.log(port1.hasRef()); } catch (e) { console.log('f', e.name, e.message); } });
  port1.close(() => console.log('f closed by second close'));
}
