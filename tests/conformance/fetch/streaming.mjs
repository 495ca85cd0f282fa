// The body as a stream: reader, for await, pipeTo, and what it locks. The server goes on when a piece has been read.
import http from 'node:http';

let goOn;
const server = http.createServer((req, res) => {
  const pieces = ['two ', 'three'];
  goOn = () => {
    if (pieces.length === 1) res.end(pieces.shift());
    else if (pieces.length > 0) res.write(pieces.shift());
  };
  res.write('one ');
});
server.listen(0, '127.0.0.1', async () => {
  const url = `http://127.0.0.1:${server.address().port}`;
  const decoder = new TextDecoder();
  const first = await fetch(url);
  console.log(first.body instanceof ReadableStream, first.body === first.body, first.bodyUsed, first.body.locked);
  const reader = first.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    console.log(value.constructor.name, decoder.decode(value));
    goOn();
  }
  console.log(first.bodyUsed, first.body.locked);
  await first.text().catch((error) => console.log(error.name, error.message));
  const second = await fetch(url);
  let text = '';
  for await (const chunk of second.body) {
    text += decoder.decode(chunk, { stream: true });
    goOn();
  }
  console.log(text, second.bodyUsed);
  const third = await fetch(url);
  const chunks = [];
  await third.body.pipeThrough(new TextDecoderStream()).pipeTo(new WritableStream({
    write(chunk) {
      chunks.push(chunk);
      goOn();
    },
  }));
  console.log(chunks);
  const fourth = await fetch(url);
  await fourth.body.cancel();
  console.log(fourth.bodyUsed);
  server.close();
  server.closeAllConnections();
});
