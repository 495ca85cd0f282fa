// @title  Web streams beside Node streams
// @lesson A web stream has no 'drain': its writer's desiredSize is what write()'s false is to Node, and
// its `ready` is a promise to wait for instead. The first half heeds it by hand. In the second a Node
// stream feeds a web one through Readable.toWeb(), and pipeTo() waits for `ready` by itself; Readable.fromWeb()
// leads back. A full sink holds up everything before it, across both kinds.

const { Readable, Writable } = require('stream');

const slowSink = (name) => new WritableStream({
  write(chunk) {
    return new Promise((resolve) => setTimeout(() => {
      console.log(`${name} took ${chunk}`);
      resolve();
    }, 4));
  },
}, { highWaterMark: 2 });

async function heedReady() {
  const writer = slowSink('by hand:').getWriter();
  for (let i = 1; i <= 4; i++) {
    await writer.ready;
    writer.write(`chunk ${i}`);
    console.log(`wrote ${i}, room for ${writer.desiredSize} more`);
  }
  await writer.close();
}

async function pipeAcross() {
  let made = 0;
  const source = new Readable({
    objectMode: true,
    highWaterMark: 2,
    read() {
      made++;
      console.log(`source makes ${made}`);
      this.push(made > 6 ? null : made);
    },
  });
  const label = new TransformStream({
    transform(chunk, controller) {
      controller.enqueue(`number ${chunk}`);
    },
  });
  await Readable.toWeb(source).pipeThrough(label).pipeTo(slowSink('piped:'));
}

async function leadBack() {
  const web = ReadableStream.from(['one', 'two', 'three']);
  const node = new Writable({
    objectMode: true,
    write(chunk, encoding, callback) {
      console.log(`a Node stream got ${chunk}`);
      callback();
    },
  });
  Readable.fromWeb(web, { objectMode: true }).pipe(node);
  await new Promise((resolve) => node.on('finish', resolve));
}

async function main() {
  await heedReady();
  await pipeAcross();
  await leadBack();
}

main();
