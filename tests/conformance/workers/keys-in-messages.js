const { createSecretKey, createHmac, KeyObject } = require('crypto');
const { MessageChannel, Worker, receiveMessageOnPort } = require('worker_threads');
const key = createSecretKey(Buffer.from('secret'));
const { port1, port2 } = new MessageChannel();
port1.postMessage({ key, same: key });
const { message } = receiveMessageOnPort(port2);
console.log(message.key instanceof KeyObject, message.key === message.same, message.key.type, message.key.symmetricKeySize);
console.log(message.key.equals(key), createHmac('sha1', message.key).update('text').digest('hex'));
console.log(structuredClone(key).export());
new Worker(`
  const { workerData } = require('worker_threads');
  console.log(workerData.key.export().toString(), workerData.key instanceof require('crypto').KeyObject);
`, { eval: true, workerData: { key } });
