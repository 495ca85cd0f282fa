'use strict';

// Source: Node.js documentation "Readline". Input is read line by line; there is no terminal to edit
// lines on, so what is particular to one is not here.

const { ObjectDefineProperty, ObjectSetPrototypeOf, Promise, PromiseReject, ReflectConstruct } = primordials;
const { AbortError } = require('internal/errors');
const { addAbortListener } = require('events');
const { clearLine, clearScreenDown, cursorTo, moveCursor } = require('internal/readline/cursor');
const { LineReader, kCancelQuestion, kQuestion } = require('internal/readline/line_reader');
const { SymbolDispose, promisify } = require('internal/util');
const { validateAbortSignal } = require('internal/validators');

// Interface(options) or Interface(input, output, completer, terminal); also without `new`.
function Interface(input, output, completer, terminal) {
  return ReflectConstruct(LineReader, [input, output, completer, terminal], new.target ?? Interface);
}
ObjectSetPrototypeOf(Interface.prototype, LineReader.prototype);
ObjectSetPrototypeOf(Interface, LineReader);

function isGiven(options) {
  return typeof options === 'object' && options !== null && options.signal;
}

Interface.prototype.question = function question(query, options, callback) {
  if (typeof options === 'function') callback = options;
  let tell = callback;
  if (isGiven(options)) {
    const { signal } = options;
    validateAbortSignal(signal, 'options.signal');
    if (signal.aborted) return;
    const listening = addAbortListener(signal, () => this[kCancelQuestion]());
    tell = typeof callback === 'function' ? (answer) => {
      listening[SymbolDispose]();
      return callback(answer);
    } : listening[SymbolDispose];
  }
  if (typeof tell === 'function') this[kQuestion](query, tell);
};

ObjectDefineProperty(Interface.prototype.question, promisify.custom, {
  __proto__: null,
  configurable: true,
  value: function question(query, options) {
    if (options?.signal?.aborted) {
      return PromiseReject(new AbortError(undefined, { cause: options.signal.reason }));
    }
    return new Promise((resolve, reject) => {
      let answered = resolve;
      if (isGiven(options)) {
        const listening = addAbortListener(options.signal, () => {
          reject(new AbortError(undefined, { cause: options.signal.reason }));
        });
        answered = (answer) => {
          listening[SymbolDispose]();
          resolve(answer);
        };
      }
      this.question(query, options, answered);
    });
  },
});

function createInterface(input, output, completer, terminal) {
  return new Interface(input, output, completer, terminal);
}

module.exports = { Interface, clearLine, clearScreenDown, createInterface, cursorTo, moveCursor };
ObjectDefineProperty(module.exports, 'promises', {
  __proto__: null, configurable: true, enumerable: true, get: () => require('readline/promises'),
});
