'use strict';

// CommonJS modules. Source: Node.js documentation "Modules: CommonJS modules" (the algorithm under
// "All together") and "Modules: Packages" for package.json.

const {
  ArrayPrototypeIndexOf,
  ArrayPrototypePush,
  ArrayPrototypeSplice,
  JSONParse,
  ObjectDefineProperty,
  ObjectGetOwnPropertyDescriptor,
  ObjectGetPrototypeOf,
  ObjectKeys,
  ObjectPrototype,
  ObjectPrototypeHasOwnProperty,
  ObjectSetPrototypeOf,
  Proxy,
  String,
  StringPrototypeEndsWith,
  StringPrototypeSplit,
  StringPrototypeStartsWith,
} = primordials;
const { compileFunction, kind, notePathList, readSource, requireLoadsModules } = internalBinding('modules');
const { callMetered, unmetered } = internalBinding('meter');
const { isProxy } = internalBinding('types');
const { inEnginesWords } = require('internal/modules/source');
const { isPublic, providedName, requirePublic, withoutScheme } = require('internal/modules/public');
const packages = require('internal/modules/packages');
const path = require('path');

const kFile = 1;
const kFolder = 2;
const kWrapperParameters = ['exports', 'require', 'module', '__filename', '__dirname'];

function Module(id = '', parent) {
  this.id = id;
  this.path = path.dirname(id);
  require('internal/util').setOwnProperty(this, 'exports', {});
  this.filename = null;
  this.loaded = false;
  this.children = [];
  this.paths = undefined;
  hidden(this, 'parent', parent);
  if (parent?.children) ArrayPrototypePush(parent.children, this);
}

function hidden(object, name, value) {
  ObjectDefineProperty(object, name, {
    __proto__: null, configurable: true, enumerable: false, writable: true, value,
  });
}

Module._cache = { __proto__: null };
Module._pathCache = { __proto__: null };
Module._extensions = { __proto__: null };
Module.globalPaths = [];
Module.Module = Module;

Module._extensions['.js'] = function(module, filename) {
  const source = readSource(filename);
  if (StringPrototypeEndsWith(filename, '.js') &&
      packages.scopeOf(filename)?.data.type === 'module') {
    loadEsModule(module, filename, packages.scopeOf(filename).file);
    return;
  }
  module._compile(source, filename);
};

Module._extensions['.json'] = function(module, filename) {
  const source = readSource(filename);
  try {
    module.exports = JSONParse(source);
  } catch (error) {
    error.message = `${filename}: ${error.message}`;
    throw error;
  }
};

Module._extensions['.node'] = function(module, filename) {
  const { ERR_DLOPEN_FAILED } = require('internal/errors').codes;
  throw new ERR_DLOPEN_FAILED(`${filename}: native add-ons cannot run in the simulator`);
};

function loadEsModule(module, filename, packageFile) {
  if (requireLoadsModules) {
    module.exports = require('internal/modules/esm').requireModule(filename, module.parent?.filename);
    return;
  }
  const { ERR_REQUIRE_ESM } = require('internal/errors').codes;
  throw new ERR_REQUIRE_ESM(filename, true, module.parent?.filename, packageFile);
}

Module.prototype.load = function(filename) {
  this.filename = filename;
  this.paths = notePathList(Module._nodeModulePaths(path.dirname(filename)));
  const extension = path.extname(filename);
  if (extension === '.mjs' && !Module._extensions['.mjs']) {
    loadEsModule(this, filename);
  } else {
    const loader = Module._extensions[extension] ?? Module._extensions['.js'];
    loader(this, filename);
  }
  this.loaded = true;
};

Module.prototype._compile = function(source, filename) {
  const text = inEnginesWords(source);
  const wrapper = compileFunction(text, filename, kWrapperParameters,
                                  { url: filename, linked: null });
  const require = makeRequire(this);
  return callMetered(wrapper, this.exports, this.exports, require, this, filename, path.dirname(filename));
};

Module.prototype.require = function(id) {
  const { validateString } = require('internal/validators');
  validateString(id, 'id');
  if (id === '') {
    const { ERR_INVALID_ARG_VALUE } = require('internal/errors').codes;
    throw new ERR_INVALID_ARG_VALUE('id', id, 'must be a non-empty string');
  }
  return Module._load(id, this, false);
};

function makeRequire(module) {
  function require(id) {
    return module.require(id);
  }
  require.resolve = function resolve(request, options) {
    return Module._resolveFilename(request, module, false, options);
  };
  require.resolve.paths = function paths(request) {
    return Module._resolveLookupPaths(request, module);
  };
  require.main = process.mainModule;
  require.extensions = Module._extensions;
  require.cache = Module._cache;
  return require;
}

Module._load = function(request, parent, isMain) {
  return loadUnmetered(request, parent, isMain);
};

// Looking for files takes as long as their paths are.
const loadUnmetered = unmetered((request, parent, isMain) => {
  if (StringPrototypeStartsWith(request, 'node:')) return requirePublic(request);
  const filename = Module._resolveFilename(request, parent, isMain);
  const cached = Module._cache[filename];  // which may stand for a built-in module as well
  if (cached !== undefined) {
    if (!cached.loaded) return exportsInCircle(cached);
    if (parent?.children && ArrayPrototypeIndexOf(parent.children, cached) === -1) {
      ArrayPrototypePush(parent.children, cached);
    }
    return cached.exports;
  }
  if (isPublic(request)) return requirePublic(request);
  const provided = providedName(request);
  if (provided !== undefined && filename === request) return requirePublic(provided);
  return loadFresh(filename, parent, isMain);
});

// What a module that is still loading has exported so far. Reading what is not there (yet) warns.
function exportsInCircle(module) {
  const { exports } = module;
  if (exports && !isProxy(exports) && ObjectGetPrototypeOf(exports) === ObjectPrototype && !exports.__esModule) {
    ObjectSetPrototypeOf(exports, circularPrototype);
  }
  return exports;
}

function warnOfMissing(name) {
  process.emitWarning(
    `Accessing non-existent property '${String(name)}' of module exports inside circular dependency`);
}

const circularPrototype = new Proxy({}, {
  __proto__: null,
  get(target, name) {
    if (name in target || name === '__esModule') return target[name];
    warnOfMissing(name);
    return undefined;
  },
  getOwnPropertyDescriptor(target, name) {
    if (ObjectPrototypeHasOwnProperty(target, name) || name === '__esModule') {
      return ObjectGetOwnPropertyDescriptor(target, name);
    }
    warnOfMissing(name);
    return undefined;
  },
});

function loadFresh(filename, parent, isMain) {
  const module = new Module(filename, parent);
  if (isMain) {
    process.mainModule = module;
    module.id = '.';
  }
  Module._cache[filename] = module;
  let completed = false;
  try {
    module.load(filename);
    completed = true;
  } finally {
    const { exports } = module;
    if (!completed) forget(filename, module, parent);
    else if (exports && !isProxy(exports) && ObjectGetPrototypeOf(exports) === circularPrototype) {
      ObjectSetPrototypeOf(exports, ObjectPrototype);
    }
  }
  return module.exports;
}

function forget(filename, module, parent) {
  delete Module._cache[filename];
  const index = parent?.children ? ArrayPrototypeIndexOf(parent.children, module) : -1;
  if (index !== -1) ArrayPrototypeSplice(parent.children, index, 1);
}

// Resolution.

function isRelative(request) {
  return request === '.' || request === '..' || StringPrototypeStartsWith(request, './') ||
         StringPrototypeStartsWith(request, '../');
}

Module._resolveFilename = unmetered(function _resolveFilename(request, parent, isMain, options) {
  if (StringPrototypeStartsWith(request, 'node:') || isPublic(request)) return request;
  if (providedName(request) !== undefined) return request;
  const found = resolve(request, parent, options);
  if (found) return found;
  throw moduleNotFound(request, parent);
});

function resolve(request, parent, options) {
  if (path.isAbsolute(request)) return asFileOrFolder(path.resolve(request), request);
  const folders = options?.paths ?? [parent?.filename ? path.dirname(parent.filename) : process.cwd()];
  for (let i = 0; i < folders.length; i++) {
    const found = resolveFrom(request, folders[i]);
    if (found) return found;
  }
  return undefined;
}

function resolveFrom(request, folder) {
  if (isRelative(request)) return asFileOrFolder(path.resolve(folder, request), request);
  if (StringPrototypeStartsWith(request, '#')) {
    return packages.resolveImport(request, folder, ['node', 'require']);
  }
  const self = packages.resolveSelf(request, folder, ['node', 'require']);
  if (self) return self;
  const candidates = Module._nodeModulePaths(folder);
  for (let i = 0; i < candidates.length; i++) {
    const found = inNodeModules(candidates[i], request);
    if (found) return found;
  }
  return undefined;
}

function inNodeModules(folder, request) {
  if (kind(folder) !== kFolder) return undefined;
  const { name, subpath } = packages.splitName(request);
  const packageFolder = path.join(folder, name);
  const exported = packages.resolveExports(packageFolder, subpath, ['node', 'require']);
  if (exported !== undefined) return exported;
  return asFileOrFolder(path.join(folder, request), request);
}

function asFileOrFolder(base, request = base) {
  const mustBeFolder = StringPrototypeEndsWith(request, '/') || request === '.' ||
    request === '..' || StringPrototypeEndsWith(request, '/.') || StringPrototypeEndsWith(request, '/..');
  return (mustBeFolder ? undefined : asFile(base)) ?? asFolder(base, request);
}

function asFile(base) {
  if (kind(base) === kFile) return base;
  const extensions = ObjectKeys(Module._extensions);
  for (let i = 0; i < extensions.length; i++) {
    if (kind(base + extensions[i]) === kFile) return base + extensions[i];
  }
  return undefined;
}

function asFolder(base, request) {
  if (kind(base) !== kFolder) return undefined;
  const manifest = packages.read(base);
  const main = manifest?.data.main;
  const index = asFile(path.join(base, 'index'));
  if (typeof main !== 'string' || main === '') return index;
  const target = path.resolve(base, main);
  const found = asFile(target) ?? asFile(path.join(target, 'index'));
  if (found) return found;
  if (index === undefined) throw mainNotFound(manifest, target, request);
  process.emitWarning(
    `Invalid 'main' field in '${manifest.file}' of '${main}'. Please either fix that or report it to the module author`,
    'DeprecationWarning', 'DEP0128');
  return index;
}

function mainNotFound(manifest, target, request) {
  const error = new Error(
    `Cannot find module '${target}'. Please verify that the package.json has a valid "main" entry`);
  error.code = 'MODULE_NOT_FOUND';
  error.path = manifest.file;
  error.requestPath = request;
  return error;
}

function moduleNotFound(request, parent) {
  const stack = [];
  for (let module = parent; module?.filename; module = module.parent) {
    ArrayPrototypePush(stack, module.filename);
  }
  let message = `Cannot find module '${request}'`;
  if (stack.length > 0) {
    message += '\nRequire stack:';
    for (let i = 0; i < stack.length; i++) message += `\n- ${stack[i]}`;
  }
  const error = new Error(message);
  error.code = 'MODULE_NOT_FOUND';
  error.requireStack = stack;
  return error;
}

Module._nodeModulePaths = unmetered((from) => {
  const parts = StringPrototypeSplit(path.resolve(from), '/');
  const folders = [];
  for (let count = parts.length; count > 0; count--) {
    if (parts[count - 1] === 'node_modules') continue;
    let prefix = '';
    for (let i = 0; i < count; i++) if (parts[i] !== '') prefix += '/' + parts[i];
    ArrayPrototypePush(folders, `${prefix}/node_modules`);
  }
  return folders;
});

Module._resolveLookupPaths = function(request, parent) {
  if (isPublic(withoutScheme(request))) return null;
  if (isRelative(request)) return [parent?.filename ? path.dirname(parent.filename) : '.'];
  return parent?.paths ?? Module._nodeModulePaths(process.cwd());
};

Module.createRequire = function createRequire(filename) {
  if (typeof filename === 'object' || StringPrototypeStartsWith(filename, 'file:')) {
    filename = require('url').fileURLToPath(filename);
  }
  const module = new Module(filename);
  module.filename = filename;
  module.paths = notePathList(Module._nodeModulePaths(path.dirname(filename)));
  return makeRequire(module);
};

Module.runMain = function(main = process.argv[1]) {
  Module._load(main, null, true);
};

Module.wrapper = ['(function (exports, require, module, __filename, __dirname) { ', '\n});'];
Module.wrap = (script) => Module.wrapper[0] + script + Module.wrapper[1];
Module.isBuiltin = (id) => isPublic(withoutScheme(id));
ObjectDefineProperty(Module, 'builtinModules', {
  __proto__: null,
  enumerable: true,
  configurable: true,
  get() { return require('internal/modules/public').publicIds(); },
});

module.exports = Module;
