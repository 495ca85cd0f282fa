'use strict';

// What promises are rejected with whose reader or writer was released. Each is one error for the whole
// run, so its stack tells nothing of the program.

const { StringPrototypeIndexOf, StringPrototypeSlice } = primordials;
const { invalidState } = require('internal/webstreams/shared');

function onlyOnce(message) {
  let error;
  return () => {
    if (error !== undefined) return error;
    error = invalidState(message);
    const { stack } = error;
    const end = StringPrototypeIndexOf(stack, '\n');
    if (end !== -1) error.stack = StringPrototypeSlice(stack, 0, end);
    return error;
  };
}

module.exports = {
  readerReleased: onlyOnce('Reader released'),
  readerReleasing: onlyOnce('Releasing reader'),
  writerReleased: onlyOnce('Writer has been released'),
};
