'use strict';

// The program of a worker with `eval: true`: a CommonJS module of that text, in the current folder.

const path = require('path');
const Module = require('internal/modules/cjs');

const kName = '[worker eval]';

function run(source) {
  const module = new Module(kName);
  module.filename = path.join(process.cwd(), kName);
  module.paths = Module._nodeModulePaths(process.cwd());
  module._compile(source, kName);
}

module.exports = { run };
