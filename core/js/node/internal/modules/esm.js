'use strict';

// ECMAScript modules. Source: Node.js documentation "Modules: ECMAScript modules"; linking and
// evaluation are the engine's (ECMAScript clause "Cyclic Module Records").
//
// A loader module is { url, record, linked, targets, ... }: `linked` maps its specifiers to engine
// records, as the resolve hook (modules.cpp) expects, `targets` to loader modules. A CommonJS or built-in module is wrapped in a generated
// module that exports what it exports.

const {
  ArrayPrototypeJoin,
  ArrayPrototypeMap,
  ArrayPrototypePush,
  JSONParse,
  JSONStringify,
  ObjectDefineProperty,
  ObjectKeys,
  ObjectPrototypeHasOwnProperty,
  Promise,
  PromisePrototypeThen,
  PromiseResolve,
  SafeMap,
  SafeSet,
  StringPrototypeEndsWith,
  StringPrototypeStartsWith,
} = primordials;
const {
  afterRead,
  compileModule,
  evaluate,
  kind,
  link,
  namespace,
  readSource,
  rejectPromise,
  requests,
  resolvePromise,
} = internalBinding('modules');
const { callMetered, unmetered } = internalBinding('meter');
const { promiseDetails } = internalBinding('inspect');
const { triggerUncaughtException } = internalBinding('task_queue');
const Module = require('internal/modules/cjs');
const { exportNames } = require('internal/modules/cjs_exports');
const dataUrl = require('internal/modules/data_url');
const packages = require('internal/modules/packages');
const { inEnginesWords } = require('internal/modules/source');
const { isPublic, providedName, requirePublic, withoutScheme } = require('internal/modules/public');
const path = require('path');

const kFile = 1;
const kFolder = 2;
const kConditions = ['node', 'import'];
const kUnsettledTopLevelAwaitExitCode = 13;
const kPending = 0;
const kRejected = 2;
const kMarkedSource =
  "export * from 'original'; export { default } from 'original'; export const __esModule = true;";

const modules = new SafeMap();

const toUrl = unmetered((filename) => require('url').pathToFileURL(filename).href);

const toPath = unmetered((url) => require('url').fileURLToPath(url));

// Resolution: a specifier, as the module at `base` (a file URL) writes it, to a URL.

const resolve = unmetered((specifier, base) => {
  if (StringPrototypeStartsWith(specifier, 'node:') || isPublic(specifier)) {
    return `node:${withoutScheme(specifier)}`;
  }
  const provided = providedName(specifier);
  if (provided !== undefined) return provided;
  if (dataUrl.isDataUrl(specifier)) return new (require('internal/url').URL)(specifier).href;
  if (dataUrl.isDataUrl(base)) return resolveFromText(specifier, base);
  const from = toPath(base);
  if (StringPrototypeStartsWith(specifier, 'file:') || StringPrototypeStartsWith(specifier, './') ||
      StringPrototypeStartsWith(specifier, '../') || specifier[0] === '/') {
    return existing(new (require('internal/url').URL)(specifier, base), from);
  }
  return toUrl(resolvePackage(specifier, from));
});

// A module without a place of its own can only name files by their URL.
function resolveFromText(specifier, base) {
  if (!StringPrototypeStartsWith(specifier, 'file:')) {
    const { ERR_UNSUPPORTED_RESOLVE_REQUEST } = require('internal/errors').codes;
    throw new ERR_UNSUPPORTED_RESOLVE_REQUEST(specifier, base);
  }
  return existing(new (require('internal/url').URL)(specifier), base);
}

// The query and the fragment are part of what a module is: another query, another module.
function existing(url, from) {
  const filename = toPath(url);
  const found = kind(filename);
  if (found === kFile) return url.href;
  const { ERR_MODULE_NOT_FOUND, ERR_UNSUPPORTED_DIR_IMPORT } = require('internal/errors').codes;
  if (found === kFolder) throw new ERR_UNSUPPORTED_DIR_IMPORT(filename, from);
  throw new ERR_MODULE_NOT_FOUND(filename, from, url.href);
}

// import.meta.resolve() answers for files that do not exist as well.
function resolveForScript(specifier, base) {
  try {
    return resolve(specifier, base);
  } catch (error) {
    if (error?.code === 'ERR_MODULE_NOT_FOUND' && error.url) return error.url;
    throw error;
  }
}

function resolvePackage(specifier, from) {
  const folder = path.dirname(from);
  if (specifier[0] === '#') return packages.resolveImport(specifier, folder, kConditions);
  const self = packages.resolveSelf(specifier, folder, kConditions);
  if (self) return self;
  const { name, subpath } = packages.splitName(specifier);
  const candidates = Module._nodeModulePaths(folder);
  for (let i = 0; i < candidates.length; i++) {
    const packageFolder = path.join(candidates[i], name);
    if (kind(packageFolder) !== kFolder) continue;
    const exported = packages.resolveExports(packageFolder, subpath, kConditions);
    if (exported !== undefined) return exported;
    if (subpath !== '.') return path.join(packageFolder, subpath);
    return Module._resolveFilename(packageFolder, undefined, false);
  }
  const { ERR_MODULE_NOT_FOUND } = require('internal/errors').codes;
  throw new ERR_MODULE_NOT_FOUND(name, from, null);
}

// Loading: the whole static graph below a URL, compiled and with its imports resolved.

// `type` is what the import says of it: "json" for `with { type: 'json' }`.
const load = unmetered((url, type) => {
  checkType(url, type);
  const known = modules.get(url);
  if (known?.failure !== undefined) throw known.failure.error;
  if (known !== undefined) return known;
  const module = {
    url, record: null, failure: undefined, linked: { __proto__: null }, targets: { __proto__: null }, evaluation: null,
  };
  modules.set(url, module);
  try {
    module.record = compileModule(sourceOf(module), url, module);
    const imports = requests(module.record);
    for (let i = 0; i < imports.length; i += 2) {
      const target = load(resolve(imports[i], url), imports[i + 1]);
      module.linked[imports[i]] = target.record;
      module.targets[imports[i]] = target;
    }
  } catch (error) {
    module.failure = { error };  // every later import fails with the same
    throw error;
  }
  return module;
});

// Source: Node.js documentation, "Import attributes".
function checkType(url, type) {
  const isJson = formatOfUrl(url) === 'json';
  if (type === undefined && !isJson || type === 'json' && isJson) return;
  const { codes } = require('internal/errors');
  if (type === undefined) throw new codes.ERR_IMPORT_ASSERTION_TYPE_MISSING(url, 'json');
  if (type === 'json') throw new codes.ERR_IMPORT_ASSERTION_TYPE_FAILED(url, 'json');
  throw new codes.ERR_IMPORT_ASSERTION_TYPE_UNSUPPORTED(type);
}

function sourceOf(module) {
  const { url } = module;
  if (StringPrototypeStartsWith(url, 'node:')) {
    module.load = () => requirePublic(url);
    return wrapperSource(ObjectKeys(requirePublic(url)));
  }
  if (dataUrl.isDataUrl(url)) return sourceOfText(module);
  const filename = toPath(url);
  const format = formatOf(filename);
  if (format === 'module') return inEnginesWords(readSource(filename));
  if (format === 'json') {
    module.load = () => Module._load(filename, undefined, false);
    return wrapperSource([]);
  }
  module.load = () => Module._load(filename, undefined, false);
  return wrapperSource(exportNames(filename, readSource(filename)));
}

function sourceOfText(module) {
  const source = dataUrl.sourceOf(module.url);
  if (dataUrl.formatOf(module.url) === 'module') return inEnginesWords(source);
  module.load = () => JSONParse(source);
  return wrapperSource([]);
}

function formatOfUrl(url) {
  if (StringPrototypeStartsWith(url, 'node:')) return 'builtin';
  return dataUrl.isDataUrl(url) ? dataUrl.formatOf(url) : formatOf(toPath(url));
}

function formatOf(filename) {
  if (StringPrototypeEndsWith(filename, '.mjs')) return 'module';
  if (StringPrototypeEndsWith(filename, '.cjs')) return 'commonjs';
  if (StringPrototypeEndsWith(filename, '.json')) return 'json';
  const extension = path.extname(filename);
  if (extension === '.js' || extension === '') {
    return packages.scopeOf(filename)?.data.type === 'module' ? 'module' : 'commonjs';
  }
  const { ERR_UNKNOWN_FILE_EXTENSION } = require('internal/errors').codes;
  throw new ERR_UNKNOWN_FILE_EXTENSION(extension, filename);
}


// A module that runs `module.load()` when it is evaluated and exports the result and its properties.
function wrapperSource(names) {
  const seen = new SafeSet(['default']);
  const unique = [];
  for (let i = 0; i < names.length; i++) {
    if (seen.has(names[i])) continue;
    seen.add(names[i]);
    ArrayPrototypePush(unique, names[i]);
  }
  const bindings = ArrayPrototypeMap(unique, (name, i) =>
    `const e${i} = loaded == null ? undefined : loaded[${JSONStringify(name)}]; ` +
    `export { e${i} as ${JSONStringify(name)} };`);
  return `const loaded = import.meta.loaded; export default loaded; ` +
         ArrayPrototypeJoin(bindings, ' ');
}

function fillMeta(meta, module) {
  if (module.load !== undefined) {
    meta.loaded = module.load();
    return;
  }
  if (!dataUrl.isDataUrl(module.url)) {
    const filename = toPath(module.url);
    meta.dirname = path.dirname(filename);
    meta.filename = filename;
  }
  ObjectDefineProperty(meta, 'resolve', {
    __proto__: null, configurable: true, enumerable: true, writable: true,
    value: (specifier) => resolveForScript(`${specifier}`, module.url),
  });
  meta.url = module.url;
}

// Linking and evaluation.

function linkGraph(module) {
  try {
    link(module.record);
  } catch (error) {
    throw require('internal/modules/link_error').inNodesWords(
      error, module, (url) => dataUrl.isDataUrl(url) ? dataUrl.sourceOf(url) : readSource(toPath(url)));
  }
}

// The promise of the module's evaluation; the same for every import of it.
function evaluated(module) {
  if (module.evaluation === null) {
    linkGraph(module);
    module.evaluating = true;
    module.evaluation = evaluate(module.record) ?? PromiseResolve(undefined);
    module.evaluating = false;
  }
  return module.evaluation;
}

// How many microtasks Node's loader takes before a module is run, as counted under Node 20: one it knows,
// one whose source it does not read itself, and before it says that there is none.
const kHopsWhenKnown = 4;
const kHopsWithoutRead = 11;
const kHopsToFailure = 2;

function afterMicrotasks(count) {
  let promise = PromiseResolve(undefined);
  for (; count > 1; count--) promise = PromisePrototypeThen(promise, () => {});
  return promise;
}

// What importing a URL takes: Node reads modules and JSON through its thread pool, so nothing runs before a
// turn of the loop; CommonJS is read by require(), when it runs.
function importUrl(url, type) {
  const start = () => {
    const module = load(url, type);
    return PromisePrototypeThen(evaluated(module), () => namespace(module.record), (error) => {
      require('internal/modules/commonjs_names').explain(error, url);
      throw error;
    });
  };
  if (modules.has(url)) return PromisePrototypeThen(afterMicrotasks(kHopsWhenKnown), start);
  if (dataUrl.isDataUrl(url)) return PromisePrototypeThen(afterMicrotasks(kHopsWithoutRead), start);
  if (!isReadAhead(url)) {
    const ran = PromisePrototypeThen(afterMicrotasks(kHopsWithoutRead), () => runNow(load(url, type)));
    return settledAfter(PromisePrototypeThen(ran, (exports) => exports));
  }
  return PromisePrototypeThen(new Promise(afterRead), start);
}

// A module that awaits nothing: what it exports.
function runNow(module) {
  throwIfRejected(evaluated(module));
  return namespace(module.record);
}

// Settled a microtask after the promise if that is rejected, and one more if it is not.
function settledAfter(promise) {
  return new Promise((resolve, reject) => {
    PromisePrototypeThen(promise, (value) => {
      PromisePrototypeThen(PromiseResolve(undefined), () => resolve(value));
    }, reject);
  });
}

function isReadAhead(url) {
  return !StringPrototypeStartsWith(url, 'node:') && formatOf(toPath(url)) !== 'commonjs';
}

// import(specifier) in the module or script whose private value is `referrer`; settles `promise`.
function importDynamically(specifier, referrer, promise, type) {
  let base = referrer?.url ?? toUrl(process.argv[1]);
  if (base[0] === '/') base = toUrl(base);
  let imported;
  try {
    imported = importUrl(resolve(specifier, base), type);
  } catch (error) {
    imported = PromisePrototypeThen(afterMicrotasks(kHopsToFailure), () => { throw error; });
  }
  PromisePrototypeThen(imported,
                       (exports) => resolvePromise(promise, exports),
                       (error) => rejectPromise(promise, error));
}

function throwIfRejected(promise) {
  const { 0: state, 1: reason } = promiseDetails(promise);
  if (state !== kRejected) return;
  PromisePrototypeThen(promise, undefined, () => {});  // handled by the throw
  throw reason;
}

// require() of an ES module: runs it at once, which only works if nothing in its graph awaits at top
// level. Source: Node.js documentation, "Loading ECMAScript modules using require()".
function requireModule(filename, parentFilename) {
  const url = toUrl(filename);
  const { codes } = require('internal/errors');
  const known = modules.get(url);
  if (known?.evaluating)
    throw new codes.ERR_REQUIRE_CYCLE_MODULE(filename, parentFilename);
  const module = load(url);
  const promise = callMetered(evaluated, undefined, module);
  if (promiseDetails(promise)[0] === kPending) throw new codes.ERR_REQUIRE_ASYNC_MODULE(filename, parentFilename);
  try {
    throwIfRejected(promise);
  } catch (error) {
    require('internal/modules/commonjs_names').explain(error, url);
    throw error;
  }
  const exports = namespace(module.record);
  if (ObjectPrototypeHasOwnProperty(exports, 'module.exports')) return exports['module.exports'];
  return markedAsModule(module, exports);
}

// Transpiled code asks for __esModule to tell a module's default export from module.exports: a module with
// a default export is given through another one that adds the mark.
function markedAsModule(module, exports) {
  if (!ObjectPrototypeHasOwnProperty(exports, 'default') || ObjectPrototypeHasOwnProperty(exports, '__esModule'))
    return exports;
  if (module.marked === undefined) {
    const facade = { url: module.url, record: null, linked: { __proto__: null, original: module.record }, evaluation: null };
    facade.record = compileModule(kMarkedSource, `node:facade:${module.url}`, facade);
    evaluated(facade);
    module.marked = namespace(facade.record);
  }
  return module.marked;
}

function runMain(filename) {
  runUrl(toUrl(filename));
}

function runUrl(url) {
  const onExit = () => { process.exitCode ??= kUnsettledTopLevelAwaitExitCode; };
  process.on('exit', onExit);
  const settled = () => { process.off('exit', onExit); };
  PromisePrototypeThen(importUrl(url), settled, (error) => {
    settled();
    triggerUncaughtException(error, true);
  });
}

module.exports = { fillMeta, importDynamically, requireModule, runMain, runUrl };
