'use strict';

// Runs in a realm of its own, which no program reaches: its intrinsics are as they were made. Given
// the program's global object and two natives, it calls recordLine(url, line, column, function, depth,
// variables) when execution of the program comes to another line or frame, and recordReturn(how, depth,
// text) when it leaves a frame. Looking at a variable never runs code of the program's.

const kReturned = 0;
const kThrew = 1;
const kAwaited = 2;
const kYielded = 3;

// Deeper frames are not watched: nobody reads them, and a hook at the end of the native stack brings
// the engine down.
const kMaxDepth = 200;
// Nobody steps through more, and each costs as much as thousands of steps of the program.
const kMaxLinesOfTask = 10_000;
const kMaxLines = 50_000;
const kMaxStepsOfTask = 1_000_000;
const kMaxVariables = 32;
const kMaxText = 60;
const kMaxItems = 4;

// What Node gives every CommonJS module: of no interest, and the same in all.
const wrapperNames = ['exports', 'require', 'module', '__filename', '__dirname'];
const hiddenNames = new Set([...wrapperNames, 'arguments', 'this', '.this', '.generator', '.newTarget']);

const debug = new Debugger();
let stack = [];  // the program's frames in this task, outermost first
let linesOfTask = 0;
let lines = 0;
let stepsOfTask = 0;

function isProgram(script) {
  const url = script && script.url;
  return typeof url === 'string' && !url.startsWith('node:') && url !== 'self-hosted';
}

function functionName(frame) {
  const { callee } = frame;
  if (!callee) return frame.type === 'module' || frame.type === 'global' ? '(module)' : '(eval)';
  const names = callee.parameterNames;
  if (names && names.length === 5 && wrapperNames.every((name, i) => names[i] === name)) return '(module)';
  return callee.name || '(anonymous)';
}

function enter(frame) {
  if (!isProgram(frame.script)) return;
  while (stack.length > 0 && !stack.at(-1).frame.onStack) stack.pop();
  const caller = stack.at(-1);
  // It calls before its first statement: in a parameter's default value, say.
  if (caller && caller.line === 0) comeTo(caller);
  const entry = { frame, depth: stack.length + 1, line: 0, name: functionName(frame) };
  stack.push(entry);
  if (entry.depth === kMaxDepth) debug.onEnterFrame = undefined;
  frame.onStep = () => step(entry);
  if (recordsReturns) frame.onPop = (completion) => leave(entry, completion);
}

function step(entry) {
  if (++stepsOfTask > kMaxStepsOfTask) return stopWatching();
  if (debug.onEnterFrame !== enter && entry.depth < kMaxDepth) debug.onEnterFrame = enter;
  const at = entry.frame.script.getOffsetMetadata(entry.frame.offset);
  if (at.isStepStart && at.lineNumber !== entry.line) comeTo(entry);
}

function comeTo(entry) {
  const { frame } = entry;
  if (++linesOfTask > kMaxLinesOfTask || ++lines > kMaxLines) return stopWatching();
  const at = frame.script.getOffsetMetadata(frame.offset);
  entry.line = at.lineNumber;
  recordLine(frame.script.url, at.lineNumber, at.columnNumber + 1, entry.name, entry.depth,
             variablesOf(frame));
}

function stopWatching() {
  debug.onEnterFrame = undefined;
  for (const { frame } of stack) {
    frame.onStep = undefined;
    frame.onPop = undefined;
  }
  stack = [];
}

function leave(entry, completion) {
  entry.frame.onStep = undefined;
  stack.length = Math.min(stack.length, entry.depth - 1);
  if (completion === null || completion.initial || entry.line === 0) return;
  if ('throw' in completion)
    recordReturn(kThrew, entry.depth, preview(completion.throw, 1));
  else if (completion.await)
    recordReturn(kAwaited, entry.depth, '');
  else if (completion.yield)
    recordReturn(kYielded, entry.depth, preview(completion.return, 1));
  else
    recordReturn(kReturned, entry.depth,
                 completion.return === undefined ? '' : preview(completion.return, 1));
}

function variablesOf(frame) {
  const lines = [];
  const seen = new Set();
  for (let scope = frame.environment; scope && scope.type !== 'object'; scope = scope.parent) {
    for (const name of scope.names()) {
      if (seen.has(name) || hiddenNames.has(name)) continue;
      seen.add(name);
      const value = scope.getVariable(name);
      if (isOptimizedOut(value)) continue;
      if (lines.length === kMaxVariables) return lines.join('\n');
      lines.push(`${name} = ${shortened(preview(value, 1))}`);
    }
  }
  return lines.join('\n');
}

function isOptimizedOut(value) {
  return value !== null && typeof value === 'object' && !(value instanceof Debugger.Object) &&
         (value.optimizedOut || value.missingArguments);
}

function shortened(text) {
  const line = text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\r', '\\r');
  return line.length <= kMaxText ? line : line.slice(0, kMaxText - 1) + '\u2026';
}

function preview(value, levels) {
  if (typeof value === 'string')
    return `'${value.length <= kMaxText ? value : value.slice(0, kMaxText) + '\u2026'}'`;
  if (typeof value === 'bigint') return `${value}n`;
  if (Object.is(value, -0)) return '-0';
  if (value === null || typeof value !== 'object') return String(value);
  if (value instanceof Debugger.Object) return previewObject(value, levels);
  return value.uninitialized ? '<not yet initialized>' : '<not available>';
}

function previewObject(object, levels) {
  if (object.isProxy) return 'Proxy';
  if (object.callable) return `\u0192 ${object.name || '(anonymous)'}`;
  if (object.isPromise) return previewPromise(object, levels);
  switch (object.class) {
    case 'Array': return previewArray(object, levels);
    case 'Object': return previewPlain(object, levels);
    default: return object.class.endsWith('Error') ? previewError(object) : object.class;
  }
}

function previewPromise(object, levels) {
  const state = object.promiseState;
  if (state === 'pending' || levels === 0) return `Promise (${state})`;
  const value = state === 'fulfilled' ? object.promiseValue : object.promiseReason;
  return `Promise (${state}: ${preview(value, levels - 1)})`;
}

function previewArray(object, levels) {
  const length = dataOf(object, 'length');
  if (levels === 0) return `Array(${length})`;
  const items = [];
  for (let i = 0; i < Math.min(length, kMaxItems); i++) items.push(previewProperty(object, String(i), levels));
  if (length > kMaxItems) items.push(`\u2026 ${length - kMaxItems} more`);
  return `[${items.join(', ')}]`;
}

function previewError(object) {
  const message = dataOf(object, 'message');
  const name = constructorName(object) || 'Error';
  return typeof message === 'string' && message !== '' ? `${name}: ${message}` : name;
}

function previewPlain(object, levels) {
  const own = constructorName(object);
  const name = own === '' || own === 'Object' ? '' : `${own} `;
  const keys = object.getOwnPropertyNames();
  if (keys.length === 0) return `${name}{}`;
  if (levels === 0) return `${name}{\u2026}`;
  const shown = keys.slice(0, kMaxItems).map((key) => `${key}: ${previewProperty(object, key, levels)}`);
  if (keys.length > kMaxItems) shown.push('\u2026');
  return `${name}{ ${shown.join(', ')} }`;
}

function previewProperty(object, key, levels) {
  const property = object.getOwnPropertyDescriptor(key);
  if (property === undefined) return '<empty>';
  if (!('value' in property)) return '[Getter]';
  return preview(property.value, levels - 1);
}

// The value of a property that is no getter, of the object itself.
function dataOf(object, key) {
  const property = object.getOwnPropertyDescriptor(key);
  return property !== undefined && 'value' in property ? property.value : undefined;
}

function constructorName(object) {
  for (let proto = object.proto; proto && !proto.isProxy; proto = proto.proto) {
    const constructor = dataOf(proto, 'constructor');
    if (constructor instanceof Debugger.Object && constructor.callable) return constructor.name || '';
  }
  return '';
}

return {
  begin() {
    if (lines > kMaxLines) return;
    stack = [];
    linesOfTask = 0;
    stepsOfTask = 0;
    debug.addDebuggee(program);
    debug.onEnterFrame = enter;
  },
  end() {
    debug.onEnterFrame = undefined;
    stack = [];
  },
};
