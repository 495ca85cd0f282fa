const readline = require('node:readline');
const { PassThrough } = require('node:stream');

const given = [
  undefined, {}, { input: 5 }, {}, { crlfDelay: -1 }, { crlfDelay: 500 }, { completer: 5 }, { historySize: -1 },
  { historySize: 'x' }, { history: 5 }, { history: ['a'] }, { tabSize: 0 }, { tabSize: 4 }, { escapeCodeTimeout: 'x' },
  { signal: 5 }, { prompt: '$ ' },
];
given.forEach((options, i) => {
  if (i > 2) options.input = new PassThrough();
  try {
    const reader = readline.createInterface(options);
    console.log(reader.crlfDelay, reader.historySize, reader.tabSize, reader.escapeCodeTimeout, reader.history,
                reader.terminal, JSON.stringify(reader.getPrompt()), reader.constructor === readline.Interface);
    reader.close();
  } catch (error) {
    console.log(error.name, error.code, error.message);
  }
});
const controller = new AbortController();
const reader = readline.createInterface({ input: new PassThrough(), signal: controller.signal });
reader.on('close', () => console.log('closed by the signal'));
controller.abort();

class Numbered extends readline.Interface {
  #count = 0;
  emit(event, ...args) {
    return event === 'line' ? super.emit('line', `${++this.#count}: ${args[0]}`) : super.emit(event, ...args);
  }
}
const input = new PassThrough();
const numbered = new Numbered({ input });
numbered.on('line', (line) => console.log(line));
input.end('first\nsecond\nlast');
console.log(readline.Interface({ input: new PassThrough() }) instanceof readline.Interface);
