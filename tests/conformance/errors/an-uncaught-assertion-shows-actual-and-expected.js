const assert = require('assert'); assert.deepStrictEqual({ a: 1, b: { c: 2 } }, { a: 1, b: { c: 3 } });
