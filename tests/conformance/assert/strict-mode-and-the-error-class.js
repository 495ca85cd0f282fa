const assert = require('assert');
console.log(assert.strict === require('assert/strict'), assert.strict.equal === assert.strictEqual, assert.strict.deepEqual === assert.deepStrictEqual, assert.strict.strict === assert.strict);
const error = new assert.AssertionError({ actual: 1, expected: 2, operator: 'strictEqual' });
console.log(error.message, Object.keys(error), error instanceof Error, error.name, error.toString().split('\n')[0]);
