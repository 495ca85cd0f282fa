'use strict';

// Makes the process object: Node's, as far as a program on a simulated machine can ask for it.
// Source: Node.js documentation "Process".

const {
  ArrayPrototypeSlice,
  FunctionPrototypeCall,
  ObjectDefineProperty,
  ObjectFreeze,
  ObjectSetPrototypeOf,
  StringPrototypeSlice,
  StringPrototypeSplit,
  SymbolToStringTag,
} = primordials;
const EventEmitter = require('events');
const binding = internalBinding('process');

// An emitter whose prototype chain is process -> its own prototype object -> EventEmitter.prototype.
const prototype = { constructor: function process() {} };
ObjectDefineProperty(prototype.constructor, 'prototype', { __proto__: null, value: prototype });
ObjectDefineProperty(prototype, 'constructor', { __proto__: null, enumerable: false });
ObjectSetPrototypeOf(prototype, EventEmitter.prototype);
ObjectSetPrototypeOf(process, prototype);

ObjectDefineProperty(process, SymbolToStringTag, {
  __proto__: null, configurable: true, enumerable: false, value: 'process', writable: false,
});

const [major, minor, patch] = StringPrototypeSplit(StringPrototypeSlice(binding.version, 1), '.');
const kLtsNames = { __proto__: null, 10: 'Dubnium', 18: 'Hydrogen', 20: 'Iron', 22: 'Jod', 24: 'Krypton' };

process.version = binding.version;
process.versions = ObjectFreeze(binding.versions);
process.arch = 'x64';
process.platform = 'linux';
process.release = {
  name: 'node',
  lts: kLtsNames[major],
  sourceUrl: `https://nodejs.org/download/release/v${major}.${minor}.${patch}/node-v${major}.${minor}.${patch}.tar.gz`,
  headersUrl: `https://nodejs.org/download/release/v${major}.${minor}.${patch}/node-v${major}.${minor}.${patch}-headers.tar.gz`,
};
FunctionPrototypeCall(EventEmitter, process);

process.argv = ArrayPrototypeSlice(binding.argv);
process.argv0 = 'node';
process.execArgv = ArrayPrototypeSlice(binding.execArgv);
process.execPath = binding.execPath;
process.env = require('internal/process/environment').makeEnvironment(binding.env, binding.setVariable);
process.pid = binding.pid;
process.ppid = binding.ppid;
process.title = 'node';
process._exiting = false;
process.config = ObjectFreeze({
  __proto__: null,
  target_defaults: ObjectFreeze({}),
  variables: ObjectFreeze({ node_module_version: +binding.versions.modules, v8_enable_i18n_support: 1 }),
});
process.features = {
  inspector: true, debug: false, uv: true, ipv6: true, tls_alpn: true, tls_sni: true,
  tls_ocsp: true, tls: true, cached_builtins: true, require_module: binding.loadsEsModules,
};

require('internal/process/methods').install(process);
require('internal/process/exit').install(process);
if (internalBinding('worker').isMainThread) require('internal/process/signals').install(process);
require('internal/process/warning').install(process);
require('internal/process/uncaught').install(process);
require('internal/process/rejections').install(process);
require('internal/process/next_tick').install(process);
require('internal/process/stdio').install(process);
