'use strict';

// How util.inspect shows an error: its stack, with the class in the first line, the frames that its
// cause has as well left out, and what properties it has besides.

const {
  ArrayIsArray,
  ArrayPrototypeIncludes,
  ArrayPrototypeIndexOf,
  ArrayPrototypeJoin,
  ArrayPrototypePush,
  ArrayPrototypeSplice,
  Error,
  ErrorPrototypeToString,
  MathMin,
  RegExpPrototypeExec,
  RegExpPrototypeSymbolReplace,
  StringPrototypeEndsWith,
  StringPrototypeIncludes,
  StringPrototypeIndexOf,
  StringPrototypeReplaceAll,
  StringPrototypeSlice,
  StringPrototypeSplit,
  StringPrototypeStartsWith,
} = primordials;
const { isNativeError } = internalBinding('types');

const kFrame = '\n    at';
// So many equal frames in a row are worth leaving out.
const kWorthHiding = 3;

function stackOf(error) {
  return error.stack ? `${error.stack}` : ErrorPrototypeToString(error);
}

function isError(value) {
  return isNativeError(value) || value instanceof Error;
}

// Properties that the stack shows already are not shown again.
function hideShownKeys(context, keys, error, stack) {
  if (context.showHidden || keys.length === 0) return;
  for (const name of ['name', 'message', 'stack']) {
    const index = ArrayPrototypeIndexOf(keys, name);
    if (index !== -1 && (typeof error[name] !== 'string' || StringPrototypeIncludes(stack, error[name]))) {
      ArrayPrototypeSplice(keys, index, 1);
    }
  }
}

// Puts the class into the first line where the stack names only the error's name.
function withClass(stack, shape, name, prefix) {
  const { constructor, tag } = shape;
  let length = name.length;
  const isRegular = StringPrototypeEndsWith(name, 'Error') && StringPrototypeStartsWith(stack, name) &&
    (stack.length === length || stack[length] === ':' || stack[length] === '\n');
  if (constructor !== null && !isRegular) return stack;
  let fallback = 'Error';
  if (constructor === null) {
    const start = RegExpPrototypeExec(/^([A-Z][a-z_ A-Z0-9[\]()-]+)(?::|\n\s+at)/, stack) ??
      RegExpPrototypeExec(/^([a-z_A-Z0-9-]*Error)$/, stack);
    fallback = start?.[1] || '';
    length = fallback.length;
    fallback ||= 'Error';
  }
  const full = StringPrototypeSlice(prefix(constructor, tag, fallback), 0, -1);
  if (name === full) return stack;
  if (!StringPrototypeIncludes(full, name)) return `${full} [${name}]${StringPrototypeSlice(stack, length)}`;
  return length === 0 ? `${full}: ${stack}` : `${full}${StringPrototypeSlice(stack, length)}`;
}

// Where `frames` has a long run that `others` has too.
function commonRun(frames, others) {
  for (let i = 0; i < frames.length - kWorthHiding; i++) {
    const position = ArrayPrototypeIndexOf(others, frames[i]);
    if (position === -1) continue;
    const most = MathMin(frames.length - i, others.length - position);
    let length = 1;
    while (length < most && frames[i + length] === others[position + length]) length++;
    if (length > kWorthHiding) return { start: i, length };
  }
  return undefined;
}

function framesOf(context, error, text) {
  const frames = StringPrototypeSplit(text, '\n');
  let cause;
  try {
    ({ cause } = error);
  } catch {
    // A getter that throws has no cause to compare with.
  }
  if (cause === null || cause === undefined || !isError(cause)) return frames;
  const causeStack = stackOf(cause);
  const start = StringPrototypeIndexOf(causeStack, kFrame);
  if (start === -1) return frames;
  const run = commonRun(frames, StringPrototypeSplit(StringPrototypeSlice(causeStack, start + 1), '\n'));
  if (run === undefined) return frames;
  const hidden = run.length - 2;
  ArrayPrototypeSplice(frames, run.start + 1, hidden,
                       context.stylize(`    ... ${hidden} lines matching cause stack trace ...`, 'undefined'));
  return frames;
}

// Node's own frames stand back, a package's name stands out.
function colored(context, frame) {
  if (RegExpPrototypeExec(/^\s+at (?:.*\()?node:/, frame) !== null) return context.stylize(frame, 'undefined');
  return RegExpPrototypeSymbolReplace(/([/\\]node_modules[/\\])([^/\\]+)/g, frame,
                                      (all, folder, name) => folder + context.stylize(name, 'module'));
}

function errorBase(context, error, shape, { prefix, spaces }) {
  const name = error.name === null || error.name === undefined ? 'Error' : `${error.name}`;
  const { keys } = shape;
  let stack = stackOf(error);
  hideShownKeys(context, keys, error, stack);
  if ('cause' in error && !ArrayPrototypeIncludes(keys, 'cause')) ArrayPrototypePush(keys, 'cause');
  if (ArrayIsArray(error.errors) && !ArrayPrototypeIncludes(keys, 'errors')) ArrayPrototypePush(keys, 'errors');
  stack = withClass(stack, shape, name, prefix);
  let position = (error.message && StringPrototypeIndexOf(stack, error.message)) || -1;
  if (position !== -1) position += error.message.length;
  const start = StringPrototypeIndexOf(stack, kFrame, position);
  if (start === -1) {
    stack = `[${stack}]`;
  } else {
    const frames = framesOf(context, error, StringPrototypeSlice(stack, start + 1));
    if (context.colors) for (let i = 0; i < frames.length; i++) frames[i] = colored(context, frames[i]);
    stack = `${StringPrototypeSlice(stack, 0, start)}\n${ArrayPrototypeJoin(frames, '\n')}`;
  }
  if (context.indentationLvl === 0) return stack;
  return StringPrototypeReplaceAll(stack, '\n', `\n${spaces(context.indentationLvl)}`);
}

module.exports = { errorBase };
