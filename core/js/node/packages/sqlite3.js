'use strict';

// The npm package sqlite3, which is a native add-on and cannot be loaded here: the same API, on the simulator's
// own database.

const { FunctionPrototypeCall, ObjectAssign, ReflectApply } = primordials;
const path = require('path');
const { Database } = require('internal/sqlite/database');
const { kCodes } = require('internal/sqlite/errors');
const { Statement } = require('internal/sqlite/statement');

// A method of a database that prepares a statement for its only use. The callback learns of a failed
// preparation as well.
function withStatement(use) {
  return function(sql, ...args) {
    const callback = args[args.length - 1];
    const onPrepared = typeof callback !== 'function' ? undefined : (error) => {
      if (error) callback(error);
    };
    return FunctionPrototypeCall(use, this, new Statement(this, sql, onPrepared), args);
  };
}

function once(name) {
  return withStatement(function(statement, args) {
    ReflectApply(statement[name], statement, args).finalize();
    return this;
  });
}

Database.prototype.prepare = withStatement(
  (statement, args) => (args.length > 0 ? ReflectApply(statement.bind, statement, args) : statement));
for (const name of ['run', 'get', 'all', 'each', 'map']) Database.prototype[name] = once(name);

const cached = {
  objects: {},
  // One database for each file.
  Database: function CachedDatabase(file, mode, callback) {
    if (file === '' || file === ':memory:') return new Database(file, mode, callback);
    const name = path.resolve(file);
    const known = cached.objects[name];
    if (known === undefined) return cached.objects[name] = new Database(name, mode, callback);
    const then = typeof mode === 'number' ? callback : mode;
    if (typeof then === 'function') {
      const tell = () => FunctionPrototypeCall(then, known, null);
      if (known.open) process.nextTick(tell);
      else known.once('open', tell);
    }
    return known;
  },
};

const sqlite3 = {
  Database,
  Statement,
  OPEN_READONLY: 1,
  OPEN_READWRITE: 2,
  OPEN_CREATE: 4,
  OPEN_FULLMUTEX: 0x10000,
  OPEN_URI: 0x40,
  OPEN_SHAREDCACHE: 0x20000,
  OPEN_PRIVATECACHE: 0x40000,
  cached,
  // Says where failed calls came from, in the real package.
  verbose: () => sqlite3,
};
ObjectAssign(sqlite3, kCodes);

module.exports = sqlite3;
