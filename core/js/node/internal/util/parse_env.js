'use strict';

// Reads the text of an .env file. Source: Node.js documentation "util.parseEnv(content)", and what
// Node 20 does where that is silent: a key reaches to the next "=", even across lines.

const {
  RegExpPrototypeSymbolReplace,
  StringPrototypeIndexOf,
  StringPrototypeSlice,
  StringPrototypeStartsWith,
  StringPrototypeTrim,
  StringPrototypeTrimStart,
} = primordials;

function afterLine(text) {
  const end = StringPrototypeIndexOf(text, '\n');
  return end === -1 ? '' : StringPrototypeSlice(text, end + 1);
}

function skipBlanks(text) {
  return RegExpPrototypeSymbolReplace(/^[ \t\r]+/, text, '');
}

// [value, the text after its line]
function readValue(text) {
  text = skipBlanks(text);
  const quote = text[0];
  if (quote === '"' || quote === "'" || quote === '`') {
    const end = StringPrototypeIndexOf(text, quote, 1);
    if (end !== -1) {
      const value = StringPrototypeSlice(text, 1, end);
      return [
        quote === '"' ? RegExpPrototypeSymbolReplace(/\\n/g, value, '\n') : value,
        afterLine(StringPrototypeSlice(text, end + 1)),
      ];
    }
  }
  let end = StringPrototypeIndexOf(text, '\n');
  if (end === -1) end = text.length;
  const line = StringPrototypeSlice(text, 0, end);
  const comment = StringPrototypeIndexOf(line, '#');
  const value = comment === -1 ? line : StringPrototypeSlice(line, 0, comment);
  return [StringPrototypeTrim(value), StringPrototypeSlice(text, end + 1)];
}

function parseEnv(content) {
  const result = {};
  let text = RegExpPrototypeSymbolReplace(/\r\n?/g, content, '\n');
  for (;;) {
    text = StringPrototypeTrimStart(text);
    if (text === '') return result;
    if (text[0] === '#') {
      text = afterLine(text);
      continue;
    }
    const equals = StringPrototypeIndexOf(text, '=');
    if (equals === -1) return result;
    let key = StringPrototypeTrim(StringPrototypeSlice(text, 0, equals));
    if (StringPrototypeStartsWith(key, 'export '))
      key = StringPrototypeTrim(StringPrototypeSlice(key, 'export '.length));
    const { 0: value, 1: rest } = readValue(StringPrototypeSlice(text, equals + 1));
    if (key !== '') result[key] = value;
    text = rest;
  }
}

module.exports = { parseEnv };
