const crypto = require('crypto');
const { parentPort, workerData } = require('worker_threads');

const { password, salt } = workerData;
const hash = crypto.pbkdf2Sync(password, salt, 100000, 64, 'sha512');
parentPort.postMessage({ hash: hash.toString('hex') });
