'use strict';

// Runs once, before the program: gives the global object what Node adds to the language. What most
// programs never touch is made when first used, because start-up time counts.

const { ObjectDefineProperty, ObjectGetOwnPropertyDescriptor, globalThis } = primordials;

require('internal/clock');
require('internal/shared_memory');
require('internal/es2023');

function define(name, value, enumerable = false) {
  ObjectDefineProperty(globalThis, name, {
    __proto__: null, configurable: true, enumerable, writable: true, value,
  });
}

// A property that becomes an ordinary one when it is first read or written.
function defineLazily(name, load, enumerable = false) {
  const settle = (value) => ObjectDefineProperty(globalThis, name, {
    __proto__: null, configurable: true, enumerable, writable: true, value,
  });
  ObjectDefineProperty(globalThis, name, {
    __proto__: null,
    configurable: true,
    enumerable,
    get() {
      const value = load();
      settle(value);
      return value;
    },
    set: settle,
  });
}

// A property that stays an accessor, as some of Node's are.
function defineAccessor(name, load) {
  let settled = false;
  let value;
  ObjectDefineProperty(globalThis, name, {
    __proto__: null,
    configurable: true,
    enumerable: false,
    get() {
      if (settled) return value;
      settled = true;
      return value = load();
    },
    set(other) {
      settled = true;
      value = other;
    },
  });
}

function defineFrom(id, names, enumerable = false) {
  for (let i = 0; i < names.length; i++) {
    defineLazily(names[i], () => require(id)[names[i]], enumerable);
  }
}

// What has no property before a program asks for it in any way.
internalBinding('realm').onFirstUse((name) => require('internal/lazy_globals')(name));

define('global', globalThis, true);
ObjectDefineProperty(globalThis, Symbol.toStringTag, {
  __proto__: null, configurable: true, enumerable: false, writable: false, value: 'global',
});

require('internal/process/setup');
defineAccessor('process', () => process);

defineLazily('console', () => require('console'));
const timers = require('timers');
const timerFunctions = ['clearImmediate', 'setImmediate', 'clearInterval', 'clearTimeout', 'setInterval',
                        'setTimeout'];
for (let i = 0; i < timerFunctions.length; i++) define(timerFunctions[i], timers[timerFunctions[i]], true);
define('queueMicrotask', require('internal/process/queue_microtask'), true);
define('structuredClone', require('internal/structured_clone').structuredClone, true);
defineFrom('buffer', ['atob', 'btoa'], true);
defineAccessor('Buffer', () => require('buffer').Buffer);
defineFrom('buffer', ['Blob', 'File']);
defineFrom('internal/encoding', ['TextDecoder', 'TextEncoder']);
defineFrom('internal/worker/message_port', ['MessageChannel', 'MessagePort', 'MessageEvent']);
defineFrom('internal/worker/broadcast_channel', ['BroadcastChannel']);
defineFrom('internal/abort_controller', ['AbortController', 'AbortSignal']);
defineFrom('internal/crypto/webcrypto', ['Crypto', 'SubtleCrypto']);
defineFrom('internal/crypto/keys', ['CryptoKey']);
ObjectDefineProperty(globalThis, 'crypto', {
  __proto__: null,
  ...ObjectGetOwnPropertyDescriptor({
    get crypto() { return require('internal/crypto/webcrypto').crypto; },
  }, 'crypto'),
});
defineLazily('DOMException', () => require('internal/domexception').DOMException);
defineFrom('perf_hooks', ['performance'], true);
defineFrom('perf_hooks', ['PerformanceEntry', 'PerformanceMark', 'PerformanceMeasure',
                          'PerformanceObserver', 'PerformanceObserverEntryList']);

define('fetch', function fetch(input, init = undefined) {
  return require('internal/fetch/fetch').fetch(input, init);
}, true);
if (internalBinding('child_process').hasChannel) require('internal/child_process/own_channel').install();

require('internal/modules/run_main');
