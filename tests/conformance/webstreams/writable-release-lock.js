const stream = new WritableStream({ write(chunk) { console.log('write', chunk); } });
const first = stream.getWriter();
first.write('a').then(() => console.log('a done'));
first.releaseLock();
first.closed.catch((error) => console.log('closed', error.code, error.message));
first.ready.catch((error) => console.log('ready', error.code, error.message));
const second = stream.getWriter();
second.write('b').then(() => console.log('b done'));
