'use strict';

// The program of a worker with `eval: true`: a script of the global scope, where a module's variables are global ones.

const { ObjectDefineProperty } = primordials;
const { runScript } = internalBinding('modules');
const path = require('path');
const Module = require('internal/modules/cjs');
const { inEnginesWords } = require('internal/modules/source');

const kName = '[worker eval]';

function define(name, value) {
  ObjectDefineProperty(globalThis, name, { __proto__: null, configurable: true, enumerable: true, writable: true, value });
}

function run(source) {
  const module = new Module(kName);
  module.filename = path.join(process.cwd(), kName);
  module.paths = Module._nodeModulePaths(process.cwd());
  define('__filename', kName);
  define('module', module);
  define('exports', module.exports);
  define('__dirname', '.');
  define('require', Module.createRequire(module.filename));
  runScript(inEnginesWords(source), kName, { url: module.filename, linked: null });
}

module.exports = { run };
