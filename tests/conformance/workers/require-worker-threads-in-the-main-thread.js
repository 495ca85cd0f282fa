const threads = require('node:worker_threads');
console.log(threads.isMainThread, threads.threadId, threads.parentPort, threads.workerData, threads.resourceLimits);
console.log(threads.SHARE_ENV, threads.MessageChannel === MessageChannel, threads.BroadcastChannel === BroadcastChannel, threads.MessagePort === MessagePort);
console.log(typeof threads.Worker, threads.Worker.name, typeof Worker);
