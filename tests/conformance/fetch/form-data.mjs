// FormData is sent as multipart/form-data; a response can be read as one.
import http from 'node:http';

const server = http.createServer((req, res) => {
  let text = '';
  req.on('data', (chunk) => { text += chunk; });
  req.on('end', () => {
    const boundary = /boundary=(.*)/.exec(req.headers['content-type'])[1];
    console.log(/^----formdata-undici-0\d{11}$/.test(boundary), Number(req.headers['content-length']) === Buffer.byteLength(text));
    console.log(text.replaceAll(boundary, 'BOUNDARY'));
    res.setHeader('Content-Type', req.headers['content-type']);
    res.end(text);
  });
});
server.listen(0, '127.0.0.1', async () => {
  const form = new FormData();
  form.append('name', 'Ada');
  form.append('lines', 'one\ntwo\r\nthree');
  form.append('quo"ted', 'x');
  form.append('file', new File(['contents'], 'a "b".txt', { type: 'text/plain' }));
  form.append('blob', new Blob(['raw']));
  const response = await fetch(`http://127.0.0.1:${server.address().port}/`, { method: 'POST', body: form });
  const back = await response.formData();
  for (const [name, value] of back) {
    console.log(JSON.stringify(name), typeof value === 'string' ? JSON.stringify(value) : [value.name, value.type, await value.text()]);
  }
  server.close();
});
