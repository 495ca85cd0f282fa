'use strict';

// The entry point: a CommonJS or an ECMAScript module, decided as Node does by extension and by the
// "type" of its package.

const { StringPrototypeEndsWith } = primordials;
const { unmetered } = internalBinding('meter');
const { setHooks } = internalBinding('modules');
const packages = require('internal/modules/packages');

const isEsm = unmetered((filename) => {
  if (StringPrototypeEndsWith(filename, '.mjs')) return true;
  if (!StringPrototypeEndsWith(filename, '.js')) return false;
  return packages.scopeOf(filename)?.data.type === 'module';
});

const { isMainThread, isManager } = internalBinding('worker');

function runFile() {
  const filename = process.argv[1];
  if (isEsm(filename)) require('internal/modules/esm').runMain(filename);
  else require('internal/modules/cjs').runMain(filename);
}

function runMain() {
  if (!isMainThread) require('internal/worker/thread').start();
  else if (isManager) require('internal/process_manager/main').start();
  else runFile();
}

setHooks({
  runMain,
  importModule: (specifier, referrer, promise, type) =>
    require('internal/modules/esm').importDynamically(specifier, referrer, promise, type),
  importMeta: unmetered((meta, module) => require('internal/modules/esm').fillMeta(meta, module)),
});

module.exports = { isEsm };
