// question() shows its text as the prompt and takes the next line; the promise version can be aborted.
const readline = require('node:readline');
const readlinePromises = require('node:readline/promises');
const { PassThrough, Writable } = require('node:stream');

const output = () => new Writable({
  write(chunk, encoding, callback) {
    console.log('shown', JSON.stringify(`${chunk}`));
    callback();
  },
});
const input = new PassThrough();
const reader = readline.createInterface(input, output());
reader.on('line', (line) => console.log('line', line));
reader.question('name? ', (answer) => {
  console.log('answer', answer);
  reader.setPrompt('>> ');
  reader.prompt();
  console.log(reader.getPrompt(), reader.getCursorPos());
  reader.write('written\n');
  reader.close();
  try {
    reader.question('too late', () => {});
  } catch (error) {
    console.log(error.code, error.message);
  }
  withPromises();
});
input.write('ann\nleft over\n');

async function withPromises() {
  const typed = new PassThrough();
  const asker = readlinePromises.createInterface({ input: typed, output: output() });
  setImmediate(() => typed.write('42\n'));
  console.log(await asker.question('number? '));
  const controller = new AbortController();
  setImmediate(() => controller.abort());
  await asker.question('never answered', { signal: controller.signal }).catch(
    (error) => console.log(error.name, error.code));
  asker.on('close', () => console.log('closed'));
  asker.close();
  asker.close();
  await asker.question('closed').catch((error) => console.log(error.code));
}
