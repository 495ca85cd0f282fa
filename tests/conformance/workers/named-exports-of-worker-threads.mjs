import * as threads from 'worker_threads';

const mine = ['BroadcastChannel', 'MessageChannel', 'MessagePort', 'SHARE_ENV', 'Worker', 'getEnvironmentData', 'isMainThread',
              'markAsUntransferable', 'moveMessagePortToContext', 'parentPort', 'receiveMessageOnPort', 'resourceLimits',
              'setEnvironmentData', 'threadId', 'workerData'];
console.log(mine.map((name) => name in threads));
