const assert = require('assert');
const show = (run) => { try { run(); console.log('passed'); } catch (error) { console.log(error.message); } };
show(() => assert.deepStrictEqual({ a: 1, b: [1, 2] }, { a: 1, b: [1, 2] }));
show(() => assert.deepStrictEqual({ a: 1 }, { a: 2 }));
show(() => assert.deepStrictEqual([1, 2, 3], [1, 2, 4]));
show(() => assert.deepEqual({ a: 1 }, { a: '1' }));
show(() => assert.deepStrictEqual({ a: 1 }, { a: '1' }));
show(() => assert.notDeepStrictEqual({ a: 1 }, { a: 1 }));
show(() => assert.deepStrictEqual(new Map([['k', 1]]), new Map([['k', 2]])));
