'use strict';

// Globals the engine asks for before a program can see that they are not there. Some are ordinary
// properties in Node; others are accessors that become ordinary when they are first read or written.

const { ObjectDefineProperty, globalThis } = primordials;

// Accessors until they are first used.
const accessors = {
  __proto__: null,
  FormData: 'internal/fetch/form_data',
  Headers: 'internal/fetch/headers',
  Request: 'internal/fetch/request',
  Response: 'internal/fetch/response',
};

const homes = {
  __proto__: null,
  URL: 'internal/url',
  URLSearchParams: 'internal/url',
  Event: 'internal/event_target',
  EventTarget: 'internal/event_target',
  CustomEvent: 'internal/event_target',
};

function defineAccessor(name) {
  const settle = (value) => ObjectDefineProperty(globalThis, name, {
    __proto__: null, configurable: true, enumerable: false, writable: true, value,
  });
  const get = () => {
    const value = require(accessors[name] ?? 'stream/web')[name];
    settle(value);
    return value;
  };
  ObjectDefineProperty(get, 'name', { __proto__: null, value: `get ${name}` });
  ObjectDefineProperty(settle, 'name', { __proto__: null, value: `set ${name}` });
  ObjectDefineProperty(globalThis, name, {
    __proto__: null, configurable: true, enumerable: false, get, set: settle,
  });
}

// The class of that name, or undefined if it is a property now.
module.exports = function load(name) {
  const home = homes[name];
  if (home !== undefined) return require(home)[name];
  defineAccessor(name);
  return undefined;
};
