'use strict';

// Moving a terminal's cursor, and clearing: escape sequences written to a stream.

const { NumberIsNaN } = primordials;
const { codes } = require('internal/errors');
const { validateFunction } = require('internal/validators');

const kEscape = '\x1b[';

// To the left (-1), to the right (1), or all of it (0).
function clearLineCode(direction) {
  if (direction < 0) return `${kEscape}1K`;
  return direction > 0 ? `${kEscape}0K` : `${kEscape}2K`;
}

const kClearDownCode = `${kEscape}0J`;

function cursorToCode(x, y) {
  if (NumberIsNaN(x)) throw new codes.ERR_INVALID_ARG_VALUE('x', x);
  if (NumberIsNaN(y)) throw new codes.ERR_INVALID_ARG_VALUE('y', y);
  if (typeof x !== 'number') throw new codes.ERR_INVALID_CURSOR_POS();
  return typeof y === 'number' ? `${kEscape}${y + 1};${x + 1}H` : `${kEscape}${x + 1}G`;
}

function moveCursorCode(dx, dy) {
  let code = '';
  if (dx < 0) code += `${kEscape}${-dx}D`;
  else if (dx > 0) code += `${kEscape}${dx}C`;
  if (dy < 0) code += `${kEscape}${-dy}A`;
  else if (dy > 0) code += `${kEscape}${dy}B`;
  return code;
}

// Nothing to write counts as written.
function write(stream, code, callback) {
  if (callback !== undefined) validateFunction(callback, 'callback');
  if (stream === null || stream === undefined || code === '') {
    if (typeof callback === 'function') process.nextTick(callback, null);
    return true;
  }
  return stream.write(code, callback);
}

module.exports = {
  clearLine: (stream, direction, callback) => write(stream, clearLineCode(direction), callback),
  clearScreenDown: (stream, callback) => write(stream, kClearDownCode, callback),
  cursorTo(stream, x, y, callback) {
    if (typeof y === 'function') {
      callback = y;
      y = undefined;
    }
    if (callback !== undefined) validateFunction(callback, 'callback');
    // Neither: the cursor stays.
    const code = NumberIsNaN(x) || typeof x === 'number' || typeof y === 'number' ? cursorToCode(x, y) : '';
    return write(stream, code, callback);
  },
  moveCursor: (stream, dx, dy, callback) => write(stream, moveCursorCode(dx, dy), callback),
  clearLineCode,
  cursorToCode,
  kClearDownCode,
  moveCursorCode,
};
