const { inspect } = require('util');
class Derived extends TextDecoder {}
class DerivedEncoder extends TextEncoder {}
for (const options of [{}, { colors: true }, { compact: false }, { breakLength: 20 }, { depth: 0 }, { depth: -1 }, { showHidden: true }]) {
  for (const value of [new TextDecoder(), new TextDecoder('utf-16le', { fatal: true }), new TextDecoder('latin1', { ignoreBOM: true }), new Derived(), new TextEncoder(), new DerivedEncoder()]) console.log(inspect(value, options));
}
const streaming = new TextDecoder();
streaming.decode(Uint8Array.of(65), { stream: true });
console.log(inspect(streaming, { showHidden: true }));
console.log([new TextDecoder()], { a: { b: { c: new TextDecoder() } } }, Object.getOwnPropertySymbols(new TextDecoder()), Object.getOwnPropertySymbols(new TextEncoder()));
try { inspect(TextDecoder.prototype); console.log('shown'); } catch (error) { console.log(error.code, error.message); }
