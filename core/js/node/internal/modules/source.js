'use strict';

// A file's text as the engine is to compile it.

const {
  RegExp,
  RegExpPrototypeExec,
  RegExpPrototypeSymbolReplace,
  StringPrototypeSlice,
  StringPrototypeStartsWith,
} = primordials;

// A comment of the same length, so that columns stay.
function withoutHashbang(source) {
  return StringPrototypeStartsWith(source, '#!') ? '//' + StringPrototypeSlice(source, 2) : source;
}

// SpiderMonkey 102 knows import attributes under their older keyword only. What follows on the line
// moves by two columns.
const kAttributes = new RegExp(`(\\b(?:from|import)\\s*(?:'[^'\\n]*'|"[^"\\n]*")\\s*)with(\\s*\\{)`, 'g');
const kDynamicAttributes = new RegExp('(\\bimport\\s*\\([^()]*,\\s*\\{\\s*)with(\\s*:)', 'g');
const kMentionsAttributes = new RegExp('\\bimport\\b[^]*\\bwith\\b');

function inEnginesWords(source) {
  const text = withoutHashbang(source);
  if (RegExpPrototypeExec(kMentionsAttributes, text) === null) return text;
  const renamed = RegExpPrototypeSymbolReplace(kAttributes, text, '$1assert$2');
  return RegExpPrototypeSymbolReplace(kDynamicAttributes, renamed, '$1assert$2');
}

module.exports = { inEnginesWords };
