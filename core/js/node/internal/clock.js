'use strict';

// The language's own ways to chance and to waiting, on the virtual machine's. (Its clock is virtual in the
// engine: core/js/engine.cpp.)

const { Atomics, AtomicsWait, Math, Number, NumberIsNaN, ObjectDefineProperty } = primordials;
const { random, idle } = internalBinding('process');

function replace(target, name, value) {
  ObjectDefineProperty(target, name, {
    __proto__: null, configurable: true, enumerable: false, writable: true, value,
  });
}

replace(Math, 'random', { random() { return random(); } }.random);

// Source: ECMAScript clause "Atomics.wait". The engine compares, and would block the host's thread.
replace(Atomics, 'wait', {
  wait(typedArray, index, value, timeout) {
    const outcome = AtomicsWait(typedArray, index, value, 0);
    if (outcome !== 'timed-out') return outcome;
    const ms = Number(timeout);
    idle(NumberIsNaN(ms) ? Infinity : ms < 0 ? 0 : ms);
    return 'timed-out';
  },
}.wait);
