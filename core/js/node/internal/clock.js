'use strict';

// The language's own way to chance, on the virtual machine's. (Its clock is virtual in the engine:
// core/js/engine.cpp.)

const { Math, ObjectDefineProperty } = primordials;
const { random } = internalBinding('process');

function replace(target, name, value) {
  ObjectDefineProperty(target, name, {
    __proto__: null, configurable: true, enumerable: false, writable: true, value,
  });
}

replace(Math, 'random', { random() { return random(); } }.random);
