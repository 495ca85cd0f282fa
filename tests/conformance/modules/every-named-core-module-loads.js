const names = ['assert', 'assert/strict', 'async_hooks', 'buffer', 'console', 'events', 'fs', 'module', 'os', 'path', 'path/posix',
  'perf_hooks', 'process', 'querystring', 'string_decoder', 'timers', 'timers/promises', 'url', 'util', 'util/types'];
for (const name of names) console.log(name, typeof require(name), require(name) === require('node:' + name));
console.log(require('module').builtinModules.includes('events'), require('module').isBuiltin('node:fs'), require('module').isBuiltin('nope'));
