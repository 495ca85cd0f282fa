'use strict';

// SharedArrayBuffer and what of Atomics has to do with other agents: the engine compares and checks arguments,
// the simulated machine knows who waits. Source: ECMAScript clauses "SharedArrayBuffer Objects", "Atomics".

const {
  Atomics,
  AtomicsLoad,
  AtomicsNotify,
  AtomicsWait,
  MathTrunc,
  Number,
  NumberIsNaN,
  ObjectDefineProperty,
  ReflectConstruct,
  SharedArrayBuffer: EngineBuffer,
  SharedArrayBufferPrototype,
  SymbolSpecies,
  TypeError,
  TypedArrayPrototypeGetBuffer,
  TypedArrayPrototypeGetByteOffset,
  TypedArrayPrototypeGetSymbolToStringTag,
  globalThis,
} = primordials;
const { isSharedArrayBuffer } = internalBinding('types');
const memory = internalBinding('shared_memory');

function replace(target, name, value) {
  ObjectDefineProperty(target, name, {
    __proto__: null, configurable: true, enumerable: false, writable: true, value,
  });
}

// The machine numbers its shared buffers.
function SharedArrayBuffer(length) {
  if (new.target === undefined) throw new TypeError("Constructor SharedArrayBuffer requires 'new'");
  const buffer = ReflectConstruct(EngineBuffer, [length], new.target);
  memory.made(buffer);
  return buffer;
}
ObjectDefineProperty(SharedArrayBuffer, 'prototype', {
  __proto__: null, configurable: false, enumerable: false, writable: false, value: SharedArrayBufferPrototype,
});
ObjectDefineProperty(SharedArrayBuffer, SymbolSpecies, {
  __proto__: null, configurable: true, enumerable: false, get() { return this; },
});
replace(SharedArrayBufferPrototype, 'constructor', SharedArrayBuffer);
replace(globalThis, 'SharedArrayBuffer', SharedArrayBuffer);

function byteOf(array, index) {
  const size = TypedArrayPrototypeGetSymbolToStringTag(array) === 'BigInt64Array' ? 8 : 4;
  return TypedArrayPrototypeGetByteOffset(array) + Number(index) * size;
}

function millisecondsOf(timeout) {
  const ms = Number(timeout);
  return NumberIsNaN(ms) ? Infinity : ms < 0 ? 0 : ms;
}

replace(Atomics, 'wait', {
  wait(typedArray, index, value, timeout) {
    const outcome = AtomicsWait(typedArray, index, value, 0);
    const buffer = TypedArrayPrototypeGetBuffer(typedArray);
    const byte = byteOf(typedArray, index);
    if (outcome !== 'timed-out') {
      memory.notEqual(buffer, byte, Number(AtomicsLoad(typedArray, index)));
      return outcome;
    }
    return memory.wait(buffer, byte, Number(value), millisecondsOf(timeout)) ? 'ok' : 'timed-out';
  },
}.wait);

replace(Atomics, 'notify', {
  notify(typedArray, index, count) {
    AtomicsNotify(typedArray, index, 0);
    const wanted = count === undefined ? Infinity : MathTrunc(Number(count));
    const buffer = TypedArrayPrototypeGetBuffer(typedArray);
    if (!isSharedArrayBuffer(buffer)) return 0;
    return memory.notify(buffer, byteOf(typedArray, index), NumberIsNaN(wanted) || wanted < 0 ? 0 : wanted);
  },
}.notify);
