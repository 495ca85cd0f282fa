// Warnings are printed by console.error, so a replaced process.stderr.write sees them.
const written = [];
process.stderr.write = (text) => { written.push(text.replace(/\d+\)/, 'pid)')); return true; };
process.emitWarning('careful', 'CustomWarning', 'W1');
const deprecated = require('util').deprecate(() => 1, 'old', 'DEP_X');
deprecated();
setImmediate(() => console.log(written));
