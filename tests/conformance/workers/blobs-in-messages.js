const { Blob, File } = require('buffer');
const { MessageChannel, BroadcastChannel, Worker, receiveMessageOnPort } = require('worker_threads');
(async () => {
  const blob = new Blob(['hello ', new Uint8Array([119, 111]), new Blob(['rld'])], { type: 'Text/Plain' });
  const { port1, port2 } = new MessageChannel();
  port1.postMessage({ blob, again: blob, slice: blob.slice(1, 3, 'x/y'), list: [blob] });
  const { message } = receiveMessageOnPort(port2);
  console.log(message, message.blob === message.again, message.list[0] === message.blob, message.blob instanceof Blob);
  console.log(await message.blob.text(), await message.slice.text());
  const copy = structuredClone(new Map([[blob, 1]]));
  for (const [key] of copy) console.log(key, await key.text(), key === blob);
  const file = structuredClone(new File(['abc'], 'f.txt', { type: 'a/b' }));
  console.log(file, file.name, file instanceof File, file instanceof Blob);
  const worker = new Worker(`
    const { workerData, parentPort } = require('worker_threads');
    workerData.blob.text().then((text) => parentPort.postMessage({ text, back: workerData.blob }));
  `, { eval: true, workerData: { blob } });
  worker.on('message', async ({ text, back }) => console.log(text, back, await back.text()));
  await new Promise((resolve) => worker.on('exit', resolve));
  const one = new BroadcastChannel('b');
  const other = new BroadcastChannel('b');
  other.onmessage = async ({ data }) => { console.log(await data.text()); one.close(); other.close(); };
  one.postMessage(blob);
})();
