'use strict';

// How much a stream buffers before it says that it is full. Source: Node.js documentation
// "stream.getDefaultHighWaterMark(objectMode)".

const { MathFloor, NumberIsInteger } = primordials;
const { codes: { ERR_INVALID_ARG_VALUE } } = require('internal/errors');
const { validateInteger } = require('internal/validators');
const { defaultHighWaterMark } = internalBinding('stream');

let bytes = defaultHighWaterMark();
let objects = 16;

function getDefaultHighWaterMark(objectMode) {
  return objectMode ? objects : bytes;
}

function setDefaultHighWaterMark(objectMode, value) {
  validateInteger(value, 'value', 0);
  if (objectMode) objects = value;
  else bytes = value;
}

// `own`: the option's name for this side of a Duplex.
function markOf(objectMode, options, own, isDuplex) {
  const given = options?.highWaterMark ?? (isDuplex ? options?.[own] : undefined);
  if (given === undefined || given === null) return getDefaultHighWaterMark(objectMode);
  if (!NumberIsInteger(given) || given < 0) {
    const name = isDuplex ? `options.${own}` : 'options.highWaterMark';
    throw new ERR_INVALID_ARG_VALUE(name, given);
  }
  return MathFloor(given);
}

module.exports = { getDefaultHighWaterMark, markOf, setDefaultHighWaterMark };
