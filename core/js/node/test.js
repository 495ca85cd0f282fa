'use strict';

// node:test is not simulated: node:assert is, and a few lines around it run tests (scenarios/06-architecture).

const { refuse } = require('internal/unsupported');

const test = refuse('node:test', 'test');
const names = ['after', 'afterEach', 'before', 'beforeEach', 'describe', 'it', 'run', 'suite'];

module.exports = test;
for (const name of names) test[name] = refuse('node:test', name);
test.test = test;
