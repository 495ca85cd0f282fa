const { Worker, isMainThread, parentPort, workerData, threadId } = require('worker_threads');

if (isMainThread) {
  const worker = new Worker(__filename, { stdin: true });
  worker.on('message', (message) => console.log(message));
  worker.on('exit', (code) => console.log('exit', code));
  worker.stdin.write('hello ');
  worker.stdin.end('worker');
} else {
  let text = '';
  process.stdin.setEncoding('utf8');
  process.stdin.on('data', (chunk) => { text += chunk; });
  process.stdin.on('end', () => parentPort.postMessage(text));
}
