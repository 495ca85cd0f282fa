const { Worker, isMainThread, parentPort, BroadcastChannel } = require('worker_threads');
const channel = new BroadcastChannel('news');
if (isMainThread) {
  const worker = new Worker(__filename);
  worker.on('message', (message) => console.log(message));
  channel.onmessage = ({ data }) => {
    console.log(data);
    channel.close();
  };
} else {
  parentPort.postMessage('message');
  channel.postMessage('news');
  channel.close();
}
