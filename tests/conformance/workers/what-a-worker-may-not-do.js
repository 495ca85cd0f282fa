const { Worker, isMainThread, parentPort, workerData, threadId } = require('worker_threads');

if (isMainThread) {
  new Worker(__filename).on('message', (message) => console.log(...message));
} else {
  for (const name of ['chdir', 'setuid', 'setgid', 'setgroups', 'initgroups', 'seteuid', 'setegid', 'abort', 'umask']) {
    try {
      process[name](name === 'umask' ? 0 : '/');
    } catch (error) {
      parentPort.postMessage([name, error.name, error.code, error.message]);
    }
  }
  parentPort.postMessage([typeof process.umask(), process.pid > 0, process.exit.length]);
}
