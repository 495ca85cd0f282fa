const { Duplex } = require('stream');
const transform = new TransformStream({ transform(chunk, controller) { controller.enqueue(`<${Buffer.from(chunk)}>`); } });
const duplex = Duplex.fromWeb(transform, { encoding: 'utf8' });
duplex.on('data', (chunk) => console.log('data', chunk));
duplex.on('end', () => console.log('end'));
duplex.on('finish', () => console.log('finish'));
duplex.on('close', () => console.log('close'));
duplex.write('one');
duplex.write('two');
duplex.end();
for (const pair of [undefined, {}, { readable: new ReadableStream() }, 5]) {
  try { Duplex.fromWeb(pair); } catch (error) { console.log(error.code, error.message); }
}
