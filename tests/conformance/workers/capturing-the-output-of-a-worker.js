const { Worker, isMainThread, parentPort, workerData, threadId } = require('worker_threads');

if (isMainThread) {
  const worker = new Worker(__filename, { stdout: true, stderr: true });
  worker.stdout.setEncoding('utf8');
  let text = '';
  worker.stdout.on('data', (chunk) => { text += chunk; });
  worker.stdout.on('end', () => console.log('stdout:', JSON.stringify(text)));
  let errors = '';
  worker.stderr.on('data', (chunk) => { errors += chunk; });
  worker.stderr.on('end', () => setTimeout(() => console.log('stderr:', JSON.stringify(errors)), 20));
} else {
  console.log('captured');
  console.error('an error');
  console.log('more');
}
