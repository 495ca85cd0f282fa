const { Worker, isMainThread, parentPort, workerData, threadId } = require('worker_threads');

const channel = new BroadcastChannel('all');
if (isMainThread) {
  const got = [];
  let ready = 0;
  channel.onmessage = ({ data }) => {
    if (data === 'ready') {
      if (++ready === 2) channel.postMessage('go');
      return;
    }
    got.push(data);
    if (got.length < 2) return;
    console.log(got.sort());
    channel.close();
  };
  for (const name of ['x', 'y']) new Worker(__filename, { workerData: name });
} else {
  channel.onmessage = ({ data }) => {
    if (data !== 'go') return;
    channel.postMessage(workerData + ' goes');
    channel.close();
  };
  channel.postMessage('ready');
}
