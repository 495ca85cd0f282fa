'use strict';

// The forms in which connect() and listen() take their arguments. Source: Node.js documentation
// "socket.connect()", "server.listen()".

const { ArrayIsArray, NumberIsNaN, Number, Symbol } = primordials;

const kNormalized = Symbol('normalizedArgs');

function toNumber(value) {
  return typeof value !== 'boolean' && (value = Number(value)) >= 0 ? value : false;
}

// A string that is no port number is a path.
function isPath(value) {
  return typeof value === 'string' && toNumber(value) === false;
}

// [options, callback or null]
function normalizeArgs(args) {
  if (args.length === 0) return mark([{}, null]);
  let options;
  if (typeof args[0] === 'object' && args[0] !== null) {
    options = args[0];
  } else if (isPath(args[0])) {
    options = { path: args[0] };
  } else {
    options = { port: args[0] };
    if (args.length > 1 && typeof args[1] === 'string') options.host = args[1];
  }
  const last = args[args.length - 1];
  return mark([options, typeof last === 'function' ? last : null]);
}

function mark(normalized) {
  normalized[kNormalized] = true;
  return normalized;
}

function normalized(args) {
  return ArrayIsArray(args[0]) && args[0][kNormalized] ? args[0] : normalizeArgs(args);
}

// The backlog of listen(port, host, backlog) and its like.
function backlogOf(args) {
  for (let i = 1; i < 3 && i < args.length; i++) {
    const number = toNumber(args[i]);
    if (number && !NumberIsNaN(number)) return number;
  }
  return 0;
}

module.exports = { backlogOf, isPath, normalizeArgs, normalized };
