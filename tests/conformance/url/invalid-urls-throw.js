for (const [text, base] of [['nope'], ['http://'], ['http://a b/'], ['/x', 'not a base'], ['http://x:99999/'], ['']]) {
  try { new URL(text, base); } catch (error) { console.log(error.name, error.code, error.message, error.input, error.base); }
}
console.log(URL.canParse('http://x'), URL.canParse('x'), URL.canParse('/x', 'http://y'));
