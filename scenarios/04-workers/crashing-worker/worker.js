const { parentPort } = require('worker_threads');

parentPort.on('message', (text) => {
  if (text === null) {
    parentPort.close();
    return;
  }
  const number = Number(text);
  if (Number.isNaN(number)) throw new TypeError(`not a number: ${text}`);
  parentPort.postMessage(number * number);
});
