'use strict';

// The engine says only the name of an import that was not found; V8 and Node say where it stands and
// what was asked of whom. So the clause is looked up in the texts of the graph.

const {
  ArrayPrototypeJoin,
  ArrayPrototypePush,
  ObjectDefineProperty,
  RegExp,
  RegExpPrototypeExec,
  SafeSet,
  StringPrototypeIndexOf,
  StringPrototypeLastIndexOf,
  StringPrototypeRepeat,
  StringPrototypeSlice,
  StringPrototypeSplit,
  StringPrototypeStartsWith,
  StringPrototypeTrim,
  SyntaxError,
} = primordials;

const kMessage = new RegExp('^(import|indirect export|ambiguous .*?) ?(?:not found)?: ?(.+)$');
const kClause = '\\b(?:import|export)\\b([^;\'"()=]*?)\\bfrom\\s*(?:\'([^\']*)\'|"([^"]*)")';
const kDefault = new RegExp('^\\s*([\\p{ID_Start}$_][\\p{ID_Continue}$]*)', 'u');
const kSpaces = new RegExp('\\s+');
const kFrames =
  '    at ModuleJob._instantiate (node:internal/modules/esm/module_job:213:21)\n' +
  '    at async ModuleJob.run (node:internal/modules/esm/module_job:320:5)\n' +
  '    at async ModuleLoader.import (node:internal/modules/esm/loader:606:24)\n' +
  '    at async asyncRunEntryPointWithESMLoader (node:internal/modules/run_main:117:5)';

// The modules of a graph, what a module imports before the module.
function graphOf(module, found = [], seen = new SafeSet()) {
  if (seen.has(module)) return found;
  seen.add(module);
  for (const specifier in module.targets) graphOf(module.targets[specifier], found, seen);
  ArrayPrototypePush(found, module);
  return found;
}

// Where a clause names `wanted`, as what it imports or as what it exports that under: { start, end, name } in
// the text, `name` being what is imported; or undefined.
function findInClause(clause, wanted, offset) {
  const brace = StringPrototypeIndexOf(clause, '{');
  const head = brace < 0 ? clause : StringPrototypeSlice(clause, 0, brace);
  const byDefault = RegExpPrototypeExec(kDefault, head);
  if (wanted === 'default' && byDefault !== null) {
    const end = offset + byDefault[0].length;
    return { start: end - byDefault[1].length, end, name: wanted };
  }
  if (brace < 0) return undefined;
  let start = brace + 1;
  const items = StringPrototypeSplit(StringPrototypeSlice(clause, start), ',');
  for (let i = 0; i < items.length; i++) {
    const item = StringPrototypeTrim(StringPrototypeSplit(items[i], '}')[0]);
    const words = StringPrototypeSplit(item, kSpaces);
    if (words[0] === wanted || words[2] === wanted) {
      const at = offset + start + StringPrototypeIndexOf(items[i], item);
      return { start: at, end: at + item.length, name: words[0] };
    }
    start += items[i].length + 1;
  }
  return undefined;
}

function findInText(text, wanted) {
  const clauses = new RegExp(kClause, 'g');
  for (let match = RegExpPrototypeExec(clauses, text); match !== null;
    match = RegExpPrototypeExec(clauses, text)) {
    const offset = match.index + StringPrototypeIndexOf(match[0], match[1], 'import'.length);
    const place = findInClause(match[1], wanted, offset);
    if (place !== undefined) return { ...place, specifier: match[2] ?? match[3] };
  }
  return undefined;
}

function excerpt(url, text, { start, end }) {
  const before = StringPrototypeSlice(text, 0, start);
  const lineStart = StringPrototypeLastIndexOf(before, '\n') + 1;
  const number = StringPrototypeSplit(before, '\n').length;
  const line = StringPrototypeSplit(StringPrototypeSlice(text, lineStart), '\n')[0];
  const marks = StringPrototypeRepeat(' ', start - lineStart) + StringPrototypeRepeat('^', end - start);
  return ArrayPrototypeJoin([`${url}:${number}`, line, marks], '\n');
}

function messageFor(wanted, specifier, target, isAmbiguous) {
  if (isAmbiguous) {
    return `The requested module '${specifier}' contains conflicting star exports for name '${wanted}'`;
  }
  if (target?.load === undefined || StringPrototypeStartsWith(target.url, 'node:')) {
    return `The requested module '${specifier}' does not provide an export named '${wanted}'`;
  }
  return `Named export '${wanted}' not found. The requested module '${specifier}' is a CommonJS module, ` +
    'which may not support all module.exports as named exports.\n' +
    'CommonJS modules can always be imported via the default export, for example using:\n\n' +
    `import pkg from '${specifier}';\nconst { ${wanted} } = pkg;\n`;
}

// `error`: what the engine threw on linking the graph of `module`; `read` gives the text of a URL.
function inNodesWords(error, module, read) {
  const told = RegExpPrototypeExec(kMessage, `${error?.message}`);
  if (told === null) return error;
  const wanted = told[2];
  const graph = graphOf(module);
  for (let i = 0; i < graph.length; i++) {
    if (graph[i].load !== undefined) continue;
    const text = read(graph[i].url);
    const place = findInText(text, wanted);
    if (place === undefined) continue;
    const { name, specifier } = place;
    const isAmbiguous = StringPrototypeStartsWith(told[1], 'ambiguous');
    const worded = new SyntaxError(messageFor(name, specifier, graph[i].targets[specifier], isAmbiguous));
    ObjectDefineProperty(worded, 'stack', {
      __proto__: null,
      configurable: true,
      enumerable: false,
      writable: true,
      value: `${excerpt(graph[i].url, text, place)}\n${worded.name}: ${worded.message}\n${kFrames}`,
    });
    return worded;
  }
  return error;
}

module.exports = { inNodesWords };
