const assert = require('assert');
const show = (run) => { try { run(); console.log('passed'); } catch (error) { console.log(error.name, error.code, '|', error.message, '|', error.generatedMessage, error.operator); } };
assert(true); assert.ok('truthy');
show(() => assert(false, 'own message'));
show(() => assert.ok(0, 'own'));
show(() => assert.fail());
show(() => assert.fail('because'));
show(() => assert.equal(1, 2, 'not equal'));
show(() => assert.ok(false, new TypeError('own error')));
