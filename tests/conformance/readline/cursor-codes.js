// Escape sequences for a terminal, at once or gathered.
const readline = require('node:readline');
const { Readline } = require('node:readline/promises');
const { PassThrough } = require('node:stream');

const out = new PassThrough();
out.on('data', (data) => console.log(JSON.stringify(`${data}`)));
readline.clearLine(out, -1);
readline.clearLine(out, 1);
readline.clearLine(out, 0);
readline.cursorTo(out, 3);
readline.cursorTo(out, 1, 2);
readline.moveCursor(out, 1, -2);
readline.clearScreenDown(out, () => console.log('written'));
console.log(readline.moveCursor(out, 0, 0), readline.cursorTo(out, 'x'), readline.clearLine(null, 1));
for (const attempt of [
  () => readline.cursorTo(out, NaN), () => readline.cursorTo(out, 'x', 1), () => readline.clearLine(out, 0, 5),
  () => new Readline(5), () => new Readline(out).clearLine(2), () => new Readline(out).cursorTo('x'),
]) {
  try {
    console.log(attempt());
  } catch (error) {
    console.log(error.code, error.message);
  }
}
const actions = new Readline(out);
actions.clearLine(-1).cursorTo(1).moveCursor(1, 1).rollback().clearScreenDown().cursorTo(0, 0).commit().then(
  () => console.log('committed'));
