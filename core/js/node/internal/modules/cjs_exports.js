'use strict';

// Which names a CommonJS module will export, found without running it, so that `import { name }` can
// be linked. Source: Node.js documentation "CommonJS Namespaces": assignments to exports,
// Object.defineProperty on it, an object literal given to module.exports, and re-exports.

const {
  ArrayPrototypePush,
  RegExpPrototypeExec,
  SafeSet,
  StringPrototypeReplace,
  StringPrototypeStartsWith,
} = primordials;
const { readSource } = internalBinding('modules');

const kName = '[\\p{ID_Start}$_][\\p{ID_Continue}$]*';
const kAssigned = new RegExp(`(?:\\bmodule\\s*\\.\\s*)?\\bexports\\s*(?:\\.\\s*(${kName})|` +
                             '\\[\\s*(?:\'([^\']+)\'|"([^"]+)")\\s*\\])\\s*=(?!=)', 'gu');
const kDefined = new RegExp('\\bdefineProperty\\s*\\(\\s*(?:module\\s*\\.\\s*)?exports\\s*,\\s*' +
                            '(?:\'([^\']+)\'|"([^"]+)")', 'gu');
const kLiteral = /\bmodule\s*\.\s*exports\s*=\s*\{([^}]*)\}?/gu;
const kLiteralEntry = new RegExp(`^\\s*(?:(?:\\.\\.\\.\\s*require\\s*\\(\\s*(?:'([^']+)'|"([^"]+)")\\s*\\))|` +
                                 `(?:(${kName})|'([^']+)'|"([^"]+)")\\s*(:|,|$|\\())`, 'u');
const kReexport = /(?:\bmodule\s*\.\s*exports\s*=\s*|\b__exportStar\s*\(\s*|\b__export\s*\(\s*)require\s*\(\s*(?:'([^']+)'|"([^"]+)")\s*\)/gu;
const kComment = /\/\*[\s\S]*?\*\/|(^|[^:'"`\\])\/\/[^\n]*/gu;

function exportNames(filename, source, seen = new SafeSet()) {
  if (seen.has(filename)) return [];
  seen.add(filename);
  const names = [];
  const text = StringPrototypeReplace(source, kComment, '$1');
  collect(kAssigned, text, (m) => ArrayPrototypePush(names, m[1] ?? m[2] ?? m[3]));
  collect(kDefined, text, (m) => ArrayPrototypePush(names, m[1] ?? m[2]));
  collect(kLiteral, text, (m) => literalNames(m[1], filename, names, seen));
  collect(kReexport, text, (m) => reexported(m[1] ?? m[2], filename, names, seen));
  return names;
}

function collect(pattern, text, found) {
  pattern.lastIndex = 0;
  for (let match; (match = RegExpPrototypeExec(pattern, text)) !== null;) found(match);
}

// The entries of an object literal, up to the first that is not plain: as in Node, what follows it
// is not seen.
function literalNames(body, filename, names, seen) {
  let rest = body;
  for (;;) {
    const match = RegExpPrototypeExec(kLiteralEntry, rest);
    if (match === null) return;
    const required = match[1] ?? match[2];
    if (required !== undefined) reexported(required, filename, names, seen);
    else ArrayPrototypePush(names, match[3] ?? match[4] ?? match[5]);
    if (match[6] === '(') return;
    const tail = RegExpPrototypeExec(/^[^,{}()[\]]*,/u, rest.slice(match[0].length -
                                                                   (match[6] === ',' ? 1 : 0)));
    if (tail === null) return;
    rest = rest.slice(match[0].length - (match[6] === ',' ? 1 : 0) + tail[0].length);
  }
}

function reexported(request, filename, names, seen) {
  if (!StringPrototypeStartsWith(request, '.')) return;
  const Module = require('internal/modules/cjs');
  let target;
  try {
    target = Module._resolveFilename(request, { filename }, false);
  } catch {
    return;
  }
  const source = readSource(target);
  if (source === undefined) return;
  const found = exportNames(target, source, seen);
  for (let i = 0; i < found.length; i++) ArrayPrototypePush(names, found[i]);
}

module.exports = { exportNames };
