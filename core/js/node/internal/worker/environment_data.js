'use strict';

// Source: Node.js documentation "Worker threads", worker.setEnvironmentData(key[, value]).

const { SafeMap } = primordials;

let data = new SafeMap();

function setEnvironmentData(key, value) {
  if (value === undefined) data.delete(key);
  else data.set(key, value);
}

function getEnvironmentData(key) {
  return data.get(key);
}

function entries() {
  return [...data];
}

function assign(pairs) {
  data = new SafeMap(pairs);
}

module.exports = { assign, entries, getEnvironmentData, setEnvironmentData };
