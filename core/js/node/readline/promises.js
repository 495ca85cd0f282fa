'use strict';

// Source: Node.js documentation "Readline", "Promises API".

const { Promise, PromiseReject } = primordials;
const { AbortError, codes } = require('internal/errors');
const { addAbortListener } = require('events');
const { Readline } = require('internal/readline/actions');
const { LineReader, kCancelQuestion, kQuestion } = require('internal/readline/line_reader');
const { SymbolDispose } = require('internal/util');
const { validateAbortSignal } = require('internal/validators');

class Interface extends LineReader {
  question(query, options = {}) {
    if (this.closed) return PromiseReject(new codes.ERR_USE_AFTER_CLOSE('readline'));
    return new Promise((resolve, reject) => {
      const { signal } = options;
      if (!signal) {
        this[kQuestion](query, resolve);
        return;
      }
      validateAbortSignal(signal, 'options.signal');
      const abort = () => {
        this[kCancelQuestion]();
        reject(new AbortError(undefined, { cause: signal.reason }));
      };
      if (signal.aborted) {
        abort();
        return;
      }
      const listening = addAbortListener(signal, abort);
      this[kQuestion](query, (answer) => {
        listening[SymbolDispose]();
        resolve(answer);
      });
    });
  }
}

function createInterface(input, output, completer, terminal) {
  return new Interface(input, output, completer, terminal);
}

module.exports = { Interface, Readline, createInterface };
