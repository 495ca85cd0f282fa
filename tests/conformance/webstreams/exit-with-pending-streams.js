// Streams that wait keep nothing alive.
process.on('exit', (code) => console.log('exit', code));
new ReadableStream().getReader().read().then(() => console.log('never'));
const writer = new WritableStream({ write() { return new Promise(() => {}); } }).getWriter();
writer.write('x').then(() => console.log('never'));
new TransformStream().readable.getReader().read().then(() => console.log('never'));
