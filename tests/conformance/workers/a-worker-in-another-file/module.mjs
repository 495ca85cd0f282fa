import { parentPort, workerData } from 'worker_threads';
import triple from './triple.js';

parentPort.postMessage(triple.triple(workerData));
