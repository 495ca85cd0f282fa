// The same chunks through a Node stream and a web stream, side by side.
const { Readable, Writable } = require('stream');
const node = Readable.from(['a', 'b', 'c']);
node.on('data', (chunk) => console.log('node', chunk));
node.on('end', () => console.log('node end'));
(async () => { for await (const chunk of ReadableStream.from(['a', 'b', 'c'])) console.log('web', chunk); console.log('web end'); })();
(async () => { for await (const chunk of Readable.toWeb(Readable.from(['x', 'y']))) console.log('toWeb', chunk); })();
Readable.fromWeb(ReadableStream.from(['p', 'q']), { objectMode: true }).on('data', (chunk) => console.log('fromWeb', chunk));
process.nextTick(() => console.log('tick'));
setImmediate(() => console.log('immediate'));
