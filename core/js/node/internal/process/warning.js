'use strict';

// Warnings. Source: Node.js documentation "Process", process.emitWarning and the 'warning' event.

const { ArrayIsArray, Error, ErrorPrototypeToString } = primordials;
const binding = internalBinding('process');

let explained = false;

function print(warning) {
  if (!(warning instanceof Error)) return;
  const isDeprecation = warning.name === 'DeprecationWarning';
  if (isDeprecation && process.noDeprecation) return;
  const trace = process.traceProcessWarnings || (isDeprecation && process.traceDeprecation);
  let text = `(${process.release.name}:${process.pid}) `;
  if (warning.code) text += `[${warning.code}] `;
  text += trace && warning.stack ? `${warning.stack}` :
    typeof warning.toString === 'function' ? `${warning.toString()}` : ErrorPrototypeToString(warning);
  if (typeof warning.detail === 'string') text += `\n${warning.detail}`;
  if (binding.hintsAtTraceFlags && !trace && !explained) {
    const flag = isDeprecation ? '--trace-deprecation' : '--trace-warnings';
    text += `\n(Use \`node ${flag} ...\` to show where the warning was created)`;
    explained = true;
  }
  console.error(text);
}

function make(message, type, code, detail, caller) {
  const warning = new Error(message);
  warning.name = `${type || 'Warning'}`;
  if (code !== undefined) warning.code = code;
  if (detail !== undefined) warning.detail = detail;
  Error.captureStackTrace?.(warning, caller);
  return warning;
}

// emitWarning(warning[, type[, code[, caller]]]) or emitWarning(warning[, { type, code, detail, ctor }])
function emitWarning(warning, type, code, caller) {
  const { codes: { ERR_INVALID_ARG_TYPE } } = require('internal/errors');
  const { validateString } = require('internal/validators');
  let detail;
  if (type !== null && typeof type === 'object' && !ArrayIsArray(type)) {
    caller = type.ctor;
    code = type.code;
    if (typeof type.detail === 'string') detail = type.detail;
    type = type.type || 'Warning';
  } else if (typeof type === 'function') {
    caller = type;
    code = undefined;
    type = 'Warning';
  }
  if (type !== undefined) validateString(type, 'type');
  if (typeof code === 'function') {
    caller = code;
    code = undefined;
  } else if (code !== undefined) {
    validateString(code, 'code');
  }
  if (typeof warning === 'string') {
    warning = make(warning, type, code, detail, caller ?? emitWarning);
  } else if (!(warning instanceof Error)) {
    throw new ERR_INVALID_ARG_TYPE('warning', ['Error', 'string'], warning);
  }
  if (warning.name === 'DeprecationWarning') {
    if (process.noDeprecation) return;
    if (process.throwDeprecation) {
      process.nextTick(() => { throw warning; });
      return;
    }
  }
  process.nextTick(() => process.emit('warning', warning));
}

function install(target) {
  target.emitWarning = emitWarning;
  target.on('warning', print);
}

module.exports = { install };
