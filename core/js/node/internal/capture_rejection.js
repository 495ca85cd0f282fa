'use strict';

// captureRejections: what a listener's promise rejects with becomes an 'error'. Source: Node.js
// documentation "Capture rejections of promises".

const { FunctionPrototypeCall, Symbol, SymbolFor } = primordials;

const kCapture = Symbol('kCapture');
const kRejection = SymbolFor('nodejs.rejection');

// `result`: what a listener returned, neither undefined nor null.
function captureRejection(emitter, result, type, args) {
  if (!emitter[kCapture]) return;
  try {
    const { then } = result;
    if (typeof then !== 'function') return;
    FunctionPrototypeCall(then, result, undefined, (error) => {
      process.nextTick(emitCapturedRejection, emitter, error, type, args);
    });
  } catch (error) {
    emitter.emit('error', error);
  }
}

function emitCapturedRejection(emitter, error, type, args) {
  if (typeof emitter[kRejection] === 'function') {
    emitter[kRejection](error, type, ...args);
    return;
  }
  // The 'error' listeners' own rejections must not come back here.
  const captures = emitter[kCapture];
  try {
    emitter[kCapture] = false;
    emitter.emit('error', error);
  } finally {
    emitter[kCapture] = captures;
  }
}

module.exports = { captureRejection, kCapture, kRejection };
