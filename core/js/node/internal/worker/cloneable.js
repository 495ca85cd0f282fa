'use strict';

// Node's own objects that messages can hold. The engine clones each as an empty object; what it is goes along in a
// list behind the value, and where the message is read, the copy is made one in its place, so that whatever refers to it
// does so still. Source: Node.js documentation, port.postMessage().

const { SafeMap, Symbol } = primordials;

// A method: { kind, data } of an object, with data that the engine can clone.
const kClone = Symbol('kClone');

const makers = new SafeMap();
const files = { __proto__: null, Blob: 'internal/blob', SecretKey: 'internal/crypto/keys' };

// Called by the file of a kind: how an empty object becomes one.
function defineCloned(kind, make) {
  makers.set(kind, make);
}

// Of objects found in a value; undefined: there are none.
function packed(objects) {
  if (objects.length === 0) return undefined;
  const list = [];
  for (let i = 0; i < objects.length; i++) list[i] = { __proto__: null, object: objects[i], ...objects[i][kClone]() };
  return list;
}

// The value of { value, objects: what packed() gave }, read anew.
function unpack({ value, objects = [] }) {
  for (let i = 0; i < objects.length; i++) {
    const { object, kind, data } = objects[i];
    if (!makers.has(kind)) require(files[kind]);
    makers.get(kind)(object, data);
  }
  return value;
}

module.exports = { defineCloned, kClone, packed, unpack };
