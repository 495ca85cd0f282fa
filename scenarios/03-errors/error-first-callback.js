// @title  Error-first callbacks
// @lesson Before promises, every asynchronous function called back with an error first and the result
// second. A throw inside such a callback is caught by nobody who called the function: its stack is
// long gone. The callback itself must look at the error.

const fs = require('fs');

function countLines(file, callback) {
  fs.readFile(file, 'utf8', (error, text) => {
    if (error) return callback(error);
    callback(null, text.split('\n').length);
  });
}

countLines(__filename, (error, lines) => {
  console.log('this file:', error ? error.code : lines > 10 ? 'more than ten lines' : 'a short one');

  countLines('no-such-file.txt', (missing) => {
    console.log('the other:', missing.code);
  });
});

try {
  countLines('no-such-file.txt', () => {});
} catch {
  console.log('never printed: the failure comes later, by callback');
}
console.log('the calls have returned');
