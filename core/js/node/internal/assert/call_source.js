'use strict';

// The text of the call that failed, for "The expression evaluated to a falsy value". It is found from
// the position in the stack and read from the source by matching brackets.

const {
  ErrorCaptureStackTrace,
  Number,
  RegExpPrototypeExec,
  RegExpPrototypeSymbolReplace,
  StringPrototypeIndexOf,
  StringPrototypeLastIndexOf,
  StringPrototypeSlice,
  StringPrototypeSplit,
  StringPrototypeStartsWith,
  decodeURIComponent,
} = primordials;

const kIdentifierPart = /[\p{ID_Continue}$]/u;
const kClosers = { '__proto__': null, '(': ')', '[': ']', '{': '}' };

// { file, line, column } of the first frame above `fn`; lines and columns count from 1.
function callerOf(fn) {
  if (ErrorCaptureStackTrace === undefined) return undefined;
  const holder = {};
  ErrorCaptureStackTrace(holder, fn);
  if (typeof holder.stack !== 'string') return undefined;
  const lines = StringPrototypeSplit(holder.stack, '\n');
  for (let i = 1; i < lines.length; i++) {
    const match = RegExpPrototypeExec(/^ +at (?:.*\()?(.*?):(\d+):(\d+)\)?$/, lines[i]);
    if (match !== null) return { file: match[1], line: Number(match[2]), column: Number(match[3]) };
  }
  return undefined;
}

// The module loader's way to files: it takes no virtual time, as no program asked for it.
function readSource(file) {
  if (StringPrototypeStartsWith(file, 'node:')) return undefined;
  const isUrl = StringPrototypeStartsWith(file, 'file://');
  try {
    return internalBinding('modules').readSource(
      isUrl ? decodeURIComponent(StringPrototypeSlice(file, 'file://'.length)) : file);
  } catch {
    return undefined;
  }
}

function offsetOf(source, line, column) {
  let offset = 0;
  for (; line > 1; line--) {
    offset = StringPrototypeIndexOf(source, '\n', offset) + 1;
    if (offset === 0) return -1;
  }
  return offset + column - 1;
}

function isBlank(character) {
  return character === ' ' || character === '\t' || character === '\n';
}

function beforeBlanks(source, index) {
  while (index > 0 && isBlank(source[index - 1])) index--;
  return index;
}

// The index of the bracket that the one before `index` closes.
function openerOf(source, index) {
  let depth = 0;
  while (index > 0) {
    const character = source[--index];
    if (character === ')' || character === ']') depth++;
    else if ((character === '(' || character === '[') && --depth === 0) break;
  }
  return index;
}

// Back over what is called: the position may be that of "ok" in "assert.ok(0)", or of the bracket
// behind "assert['ok']".
function startOfCall(source, index) {
  for (;;) {
    while (index > 0 && RegExpPrototypeExec(kIdentifierPart, source[index - 1]) !== null) index--;
    const end = beforeBlanks(source, index);
    const previous = source[end - 1];
    const continues = RegExpPrototypeExec(/[.?[(]/, source[index]) !== null;
    if (previous === '.') index = beforeBlanks(source, end - (source[end - 2] === '?' ? 2 : 1));
    else if (continues && (previous === ')' || previous === ']')) index = openerOf(source, end);
    else if (continues && end > 0 && RegExpPrototypeExec(kIdentifierPart, previous) !== null) index = end;
    else return index;
    if (index === 0) return 0;
  }
}

// The index after a string, template, comment or regular expression that begins at `index`; `index`
// itself if none does.
function skipToken(source, index) {
  const patterns = {
    '__proto__': null,
    '"': /"(?:[^"\\]|\\[^])*"/y,
    "'": /'(?:[^'\\]|\\[^])*'/y,
    '`': /`(?:[^`\\]|\\[^])*`/y,
    '/': /\/\/.*|\/\*[^]*?\*\/|\/(?![*/])(?:[^\\/[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/\w*/y,
  };
  const pattern = patterns[source[index]];
  if (pattern === undefined) return index;
  // After a value, "/" divides.
  if (source[index] === '/' && source[index + 1] !== '/' && source[index + 1] !== '*' &&
      RegExpPrototypeExec(/[\w$)\]]\s*$/, StringPrototypeSlice(source, 0, index)) !== null) return index;
  pattern.lastIndex = index;
  const match = RegExpPrototypeExec(pattern, source);
  return match === null ? index : index + match[0].length;
}

function endOfCall(source, start) {
  const closers = [];
  for (let i = start; i < source.length;) {
    const next = skipToken(source, i);
    if (next !== i) {
      i = next;
      continue;
    }
    const character = source[i];
    if (kClosers[character] !== undefined) closers[closers.length] = kClosers[character];
    else if (character === closers[closers.length - 1] && --closers.length === 0) return i + 1;
    i++;
  }
  return -1;
}

// Further lines keep their indentation relative to the first.
function indent(text, column) {
  const lines = StringPrototypeSplit(text, '\n');
  let result = `  ${lines[0]}`;
  for (let i = 1; i < lines.length; i++) {
    let own = 0;
    while (own < column && (lines[i][own] === ' ' || lines[i][own] === '\t')) own++;
    result += `\n  ${StringPrototypeSlice(lines[i], own)}`;
  }
  return result;
}

// Undefined if there is no source to read it from.
function describeCall(fn) {
  const caller = callerOf(fn);
  const source = caller === undefined ? undefined : readSource(caller.file);
  if (typeof source !== 'string') return undefined;
  const text = RegExpPrototypeSymbolReplace(/\r\n/g, source, '\n');
  const position = offsetOf(text, caller.line, caller.column);
  if (position === -1) return undefined;
  const start = startOfCall(text, position);
  const end = endOfCall(text, position);
  if (end === -1) return undefined;
  const column = start - 1 - StringPrototypeLastIndexOf(text, '\n', start - 1);
  return 'The expression evaluated to a falsy value:\n\n' +
    `${indent(StringPrototypeSlice(text, start, end), column)}\n`;
}

module.exports = { describeCall };
