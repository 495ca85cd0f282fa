// Writes to a file and what they call back.
const fs = require('fs');
const os = require('os');
const path = require('path');
const file = path.join(os.tmpdir(), 'loopscope-write-stream-and-callbacks');
const w = fs.createWriteStream(file);
w.on('open', () => console.log('open')).on('ready', () => console.log('ready')).on('finish', () => console.log('finish'));
w.write('a', () => { console.log('a'); process.nextTick(() => console.log('tick of a')); });
w.write('b', () => console.log('b'));
w.end('c', () => console.log('end'));
w.on('close', () => { console.log('close', fs.readFileSync(file, 'utf8')); fs.unlinkSync(file); });
