// A line ends with \n, \r or \r\n, also when that comes in two chunks; what is left is the last line.
const readline = require('node:readline');
const { PassThrough } = require('node:stream');

const inputs = [
  ['a\nb\nc'], ['a\r\nb\r', '\nc\n'], ['x\ry\r\r'], ['', '\n', '\n\n'], ['tab\there\u2028still\n'], ['\ufeffmark\n'],
  [Buffer.from([0xe2, 0x82]), Buffer.from([0xac, 10])], ['no end'], [],
];
(async () => {
  for (const chunks of inputs) {
    const input = new PassThrough();
    const reader = readline.createInterface({ input });
    const lines = [];
    reader.on('line', (line) => lines.push(line)).on('pause', () => lines.push('(pause)'));
    for (const chunk of chunks) {
      input.write(chunk);
      await null;
    }
    input.end();
    await new Promise((resolve) => reader.on('close', resolve));
    console.log(JSON.stringify(lines), reader.closed, reader.terminal);
  }
})();
