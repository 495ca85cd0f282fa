function first() { second(); }
function second() { throw new RangeError('too far'); }
try { first(); } catch (error) {
  console.log(error.stack.split('\n').slice(0, 3).map((line) => line.replace(/\(.*[\\/]/, '(')).join('\n'));
}
