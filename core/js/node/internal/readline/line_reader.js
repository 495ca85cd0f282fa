'use strict';

// What both kinds of readline.Interface are: input cut into lines, a prompt, a question. Source: Node.js
// documentation "Class: InterfaceConstructor".

const {
  ArrayIsArray, DateNow, MathMax, NumberIsFinite, NumberIsNaN, NumberPOSITIVE_INFINITY,
  StringPrototypeCharCodeAt, StringPrototypeEndsWith, StringPrototypeIndexOf, StringPrototypeSlice, Symbol,
  SymbolAsyncIterator,
} = primordials;
const EventEmitter = require('events');
const { codes } = require('internal/errors');
const { kFirstEventParam } = require('internal/events_as_promises');
const { SymbolDispose } = require('internal/util');
const { getStringWidth } = require('internal/util/inspect');
const { validateAbortSignal, validateArray, validateNumber, validateString, validateUint32 } =
  require('internal/validators');
const { StringDecoder } = require('string_decoder');

const kLeastCrlfDelay_ms = 100;
const kEscapeCodeTimeout_ms = 500;
const kTabSize = 8;
const kHistorySize = 30;
const kMostLinesWaiting = 1024;

const kNewline = 10;

const kCancelQuestion = Symbol('kCancelQuestion');
const kQuestion = Symbol('kQuestion');

function optionsOf(input, output, completer, terminal) {
  if (!input?.input) return { input, output, completer, terminal, prompt: '> ' };
  const options = input;
  if (options.signal) validateAbortSignal(options.signal, 'options.signal');
  return { ...options, prompt: options.prompt !== undefined ? options.prompt : '> ' };
}

function checkOptions({ completer, escapeCodeTimeout, history, historySize, tabSize }) {
  if (escapeCodeTimeout !== undefined && !NumberIsFinite(escapeCodeTimeout))
    throw new codes.ERR_INVALID_ARG_VALUE('input.escapeCodeTimeout', kEscapeCodeTimeout_ms);  // as Node does
  if (completer !== undefined && completer !== null && typeof completer !== 'function')
    throw new codes.ERR_INVALID_ARG_VALUE('completer', completer);
  if (history !== undefined && !ArrayIsArray(history)) validateArray(history, 'history');
  if (typeof historySize !== 'number' || NumberIsNaN(historySize) || historySize < 0)
    validateNumber(historySize, 'historySize', 0);
  if (tabSize !== undefined) validateUint32(tabSize, 'tabSize', true);
}

const kState = Symbol('kState');

// What is read but is no line yet, and who asks.
class State {
  decoder = new StringDecoder('utf8');
  rest = '';
  returnedAt = 0;  // when a line ended in a lone \r, of which a \n may be part
  askedBy = null;
  promptBefore = null;
  lines = undefined;

  constructor(prompt) {
    this.prompt = prompt;
  }
}

function listen(reader, signal) {
  const { input } = reader;
  const ondata = (data) => takeData(reader, data);
  const onend = () => {
    const { rest } = reader[kState];
    if (rest.length > 0) reader.emit('line', rest);
    reader.close();
  };
  input.on('error', (error) => reader.emit('error', error));
  input.on('data', ondata);
  input.on('end', onend);
  reader.once('close', () => {
    input.removeListener('data', ondata);
    input.removeListener('end', onend);
  });
  if (!signal) return;
  const abort = () => reader.close();
  if (signal.aborted) {
    process.nextTick(abort);
  } else {
    const listening = EventEmitter.addAbortListener(signal, abort);
    reader.once('close', listening[SymbolDispose]);
  }
}

// The end of the line that begins at `from`, and where the next begins. A \r\n is one end.
function nextEnd(text, from) {
  const newline = StringPrototypeIndexOf(text, '\n', from);
  const lineReturn = StringPrototypeIndexOf(text, '\r', from);
  if (lineReturn === -1 || (newline !== -1 && newline < lineReturn)) return newline === -1 ? null : [newline, newline + 1];
  return [lineReturn, newline === lineReturn + 1 ? newline + 1 : lineReturn + 1];
}

function takeData(reader, data) {
  if (data === undefined) return;
  const state = reader[kState];
  let text = state.decoder.write(data);
  if (state.returnedAt !== 0 && DateNow() - state.returnedAt <= reader.crlfDelay) {
    if (StringPrototypeCharCodeAt(text, 0) === kNewline) text = StringPrototypeSlice(text, 1);
    state.returnedAt = 0;
  }
  const firstEnd = nextEnd(text, 0);
  if (firstEnd === null) {
    state.rest += text;
    return;
  }
  // As it would be, were it found again: what was left over has no end in it.
  text = state.rest + text;
  state.returnedAt = StringPrototypeEndsWith(text, '\r') ? DateNow() : 0;
  const lines = [];
  let from = 0;
  for (let end = nextEnd(text, 0); end !== null; end = nextEnd(text, from)) {
    lines[lines.length] = StringPrototypeSlice(text, from, end[0]);
    from = end[1];
  }
  state.rest = StringPrototypeSlice(text, from);
  for (let i = 0; i < lines.length; i++) takeLine(reader, lines[i]);
}

function takeLine(reader, line) {
  const state = reader[kState];
  const { askedBy } = state;
  if (askedBy === null) {
    reader.emit('line', line);
    return;
  }
  state.askedBy = null;
  reader.setPrompt(state.promptBefore);
  askedBy(line);
}

function writeTo(output, text) {
  validateString(text, 'stringToWrite');
  if (output !== null && output !== undefined) output.write(text);
}

class LineReader extends EventEmitter {
  constructor(input, output, completer, terminal) {
    super();
    const options = optionsOf(input, output, completer, terminal);
    options.historySize ??= kHistorySize;
    checkOptions(options);
    this.isCompletionEnabled = true;
    this.escapeCodeTimeout = options.escapeCodeTimeout ?? kEscapeCodeTimeout_ms;
    this.tabSize = options.tabSize || kTabSize;
    this.line = '';
    this.output = options.output;
    this.input = options.input;
    this.history = options.history ?? [];
    this.historySize = options.historySize;
    this.crlfDelay = options.crlfDelay ? MathMax(kLeastCrlfDelay_ms, options.crlfDelay) : kLeastCrlfDelay_ms;
    this.completer = options.completer;
    this.terminal = false;
    this.closed = false;
    this.paused = false;
    this[kState] = new State(options.prompt);
    listen(this, options.signal);
    this.input.resume();
  }

  get columns() {
    return this.output?.columns ? this.output.columns : NumberPOSITIVE_INFINITY;
  }

  setPrompt(prompt) {
    this[kState].prompt = prompt;
  }

  getPrompt() {
    return this[kState].prompt;
  }

  prompt() {
    if (this.paused) this.resume();
    writeTo(this.output, this[kState].prompt);
  }

  [kQuestion](query, callback) {
    if (this.closed) throw new codes.ERR_USE_AFTER_CLOSE('readline');
    const state = this[kState];
    if (state.askedBy === null) {
      state.promptBefore = state.prompt;
      this.setPrompt(query);
      state.askedBy = callback;
    }
    this.prompt();
  }

  [kCancelQuestion]() {
    const state = this[kState];
    if (state.askedBy === null) return;
    state.askedBy = null;
    this.setPrompt(state.promptBefore);
    this.clearLine();
  }

  close() {
    if (this.closed) return;
    this.pause();
    this.closed = true;
    this.emit('close');
  }

  pause() {
    if (this.paused) return;
    this.input.pause();
    this.paused = true;
    this.emit('pause');
    return this;
  }

  resume() {
    if (!this.paused) return;
    this.input.resume();
    this.paused = false;
    this.emit('resume');
    return this;
  }

  // As if it had been typed.
  write(data) {
    if (this.paused) this.resume();
    takeData(this, data);
  }

  clearLine() {
    writeTo(this.output, '\r\n');
    this.line = '';
  }

  getCursorPos() {
    return { cols: getStringWidth(this[kState].prompt), rows: 0 };
  }

  // One iterator for all who ask, as there is one input.
  [SymbolAsyncIterator]() {
    const state = this[kState];
    state.lines ??= EventEmitter.on(this, 'line', {
      __proto__: null, close: ['close'], highWaterMark: kMostLinesWaiting, [kFirstEventParam]: true,
    });
    return state.lines;
  }
}

module.exports = { LineReader, kCancelQuestion, kQuestion };
