'use strict';

// The engine says that an import was not found, and where it stands; V8 says what was asked of whom.

const { RegExpPrototypeExec, StringPrototypeSlice, StringPrototypeSplit, SyntaxError } = primordials;

const kName = /^[\p{ID_Start}$_][\p{ID_Continue}$]*/u;
const kFrom = /\bfrom\s*(?:'([^']+)'|"([^"]+)")/u;

function inNodesWords(error, readSource) {
  const message = `${error?.message}`;
  const found = RegExpPrototypeExec(/^(import not found|ambiguous import|indirect export not found)/u, message);
  if (found === null || error.fileName === undefined) return error;
  const lines = StringPrototypeSplit(readSource(error.fileName), '\n');
  const line = lines[error.lineNumber - 1];
  let rest = StringPrototypeSlice(line, error.columnNumber - 1);
  const name = RegExpPrototypeExec(kName, rest)?.[0];
  for (let i = error.lineNumber; i < lines.length; i++) rest += '\n' + lines[i];
  const from = RegExpPrototypeExec(kFrom, rest);
  if (name === undefined || from === null) return error;
  const specifier = from[1] ?? from[2];
  return new SyntaxError(found[1] === 'ambiguous import' ?
    `The requested module '${specifier}' contains conflicting star exports for name '${name}'` :
    `The requested module '${specifier}' does not provide an export named '${name}'`);
}

module.exports = { inNodesWords };
