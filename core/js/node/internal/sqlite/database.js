'use strict';

// A database of the npm package sqlite3 (documented at github.com/TryGhost/node-sqlite3/wiki/API), on
// core/os/database. Calls return at once; each becomes a job for the thread pool when its turn comes. By
// default statements run side by side; what is exclusive (exec, close, everything in serialize()) waits for
// those before it, and all that follow wait for it.

const {
  ArrayPrototypePush,
  ArrayPrototypeShift,
  ObjectDefineProperty,
  ReflectApply,
  TypeError,
} = primordials;
const sqlite = internalBinding('sqlite');
const EventEmitter = require('events');
const { codes } = require('internal/errors');
const { kCodes, sqliteError } = require('internal/sqlite/errors');

const kReadWriteCreate = 0x10006;

function define(object, name, value) {
  ObjectDefineProperty(object, name, { __proto__: null, configurable: false, enumerable: false, writable: false, value });
}

function requireOptionalFunction(value, index) {
  if (value !== undefined && typeof value !== 'function') throw new TypeError(`Argument ${index} must be a function`);
}

// Gives an error to the callback, or to whoever listens.
function fail(emitter, callback, error) {
  if (typeof callback === 'function') ReflectApply(callback, emitter, [error]);
  else emitter.emit('error', error);
}

// What statements, which run several jobs, need of their database's turns.
let schedule;
let enter;
let leave;
let proceed;

class Database {
  #handle;
  #open = false;
  #serialize = false;
  #exclusive = false;  // the running call is, or the database has been closed
  #running = 0;
  #waiting = [];

  constructor(filename, mode, callback) {
    if (typeof filename !== 'string') throw new TypeError('String expected');
    if (typeof mode !== 'number') {
      callback = mode;
      mode = kReadWriteCreate;
    }
    define(this, 'filename', filename);
    define(this, 'mode', mode);
    this.#handle = sqlite.createDatabase();
    sqlite.open((code, message) => this.#opened(code, message, callback), this.#handle, filename, mode | 0);
  }

  #opened(code, message, callback) {
    this.#open = code === kCodes.OK;
    const error = this.#open ? null : sqliteError(code, message);
    if (typeof callback === 'function') ReflectApply(callback, this, [error]);
    else if (error !== null) this.emit('error', error);
    if (!this.#open) return;
    this.emit('open');
    this.#process();
  }

  get open() {
    return this.#open;
  }

  static {
    // Runs `start(handle, done)` when its turn comes; it calls done() when its job has ended.
    schedule = (database, start, callback) => database.#schedule({ start, callback, exclusive: false });
    enter = (database) => { database.#running++; };
    leave = (database) => { database.#running--; };
    proceed = (database) => database.#process();
  }

  #schedule(call) {
    if (!this.#open && this.#exclusive) {
      fail(this, call.callback, sqliteError(kCodes.MISUSE, 'Database is closed'));
      return;
    }
    const mustWait = (this.#exclusive || call.exclusive || this.#serialize) && this.#running > 0;
    if (this.#open && !mustWait) {
      this.#begin(call, call.exclusive);
    } else {
      ArrayPrototypePush(this.#waiting, { ...call, exclusive: call.exclusive || this.#serialize });
    }
  }

  #begin(call, exclusive) {
    this.#exclusive = exclusive;
    this.#running++;
    call.start(this.#handle, (after) => {
      this.#running--;
      after?.();
      this.#process();
    });
  }

  #process() {
    if (!this.#open && this.#exclusive) {
      this.#refuseWaiting();
      return;
    }
    while (this.#open && (!this.#exclusive || this.#running === 0) && this.#waiting.length > 0) {
      const call = this.#waiting[0];
      if (call.exclusive && this.#running > 0) return;
      ArrayPrototypeShift(this.#waiting);
      this.#begin(call, call.exclusive);
      if (call.exclusive) return;
    }
  }

  #refuseWaiting() {
    if (this.#waiting.length === 0) return;
    const error = sqliteError(kCodes.MISUSE, 'Database handle is closed');
    let told = false;
    while (this.#waiting.length > 0) {
      const { callback } = ArrayPrototypeShift(this.#waiting);
      if (typeof callback !== 'function') continue;
      told = true;
      ReflectApply(callback, this, [error]);
    }
    if (!told) this.emit('error', error);
  }

  exec(sql, callback) {
    if (typeof sql !== 'string') throw new TypeError('Argument 0 must be a string');
    requireOptionalFunction(callback, 1);
    this.#schedule({
      callback,
      exclusive: true,
      start: (handle, done) => sqlite.exec((code, message) => {
        this.#running--;
        if (code !== kCodes.OK) fail(this, callback, sqliteError(code, message));
        else if (callback !== undefined) ReflectApply(callback, this, [null]);
        this.#running++;
        done();
      }, handle, sql),
    });
    return this;
  }

  close(callback) {
    requireOptionalFunction(callback, 0);
    const ended = (code, message) => {
      this.#running--;
      this.#open = code !== kCodes.OK;
      const error = this.#open ? sqliteError(code, message) : null;
      if (callback !== undefined) ReflectApply(callback, this, [error]);
      else if (error !== null) this.emit('error', error);
      if (this.#open) return;
      this.emit('close');
      this.#process();
    };
    this.#schedule({ callback, exclusive: true, start: (handle) => sqlite.close(ended, handle) });
    return this;
  }

  // Calls back when all that was asked for before has ended.
  wait(callback) {
    requireOptionalFunction(callback, 0);
    this.#schedule({
      callback,
      exclusive: true,
      start: (handle, done) => {
        if (callback !== undefined) ReflectApply(callback, this, [null]);
        done();
      },
    });
    return this;
  }

  serialize(callback) {
    return this.#within(true, callback);
  }

  parallelize(callback) {
    return this.#within(false, callback);
  }

  #within(serialize, callback) {
    requireOptionalFunction(callback, 0);
    const before = this.#serialize;
    this.#serialize = serialize;
    if (callback !== undefined) {
      ReflectApply(callback, this, []);
      this.#serialize = before;
    }
    this.#process();
    return this;
  }

  configure(option) {
    if (option === 'busyTimeout' || option === 'limit') return this;
    if (option === 'trace' || option === 'profile' || option === 'change') {
      throw new codes.ERR_FEATURE_UNAVAILABLE_ON_PLATFORM(`sqlite3.Database's event '${option}'`);
    }
    throw new TypeError(`${option} is not a valid configuration option`);
  }

  interrupt() {
    if (!this.#open) throw new TypeError('Database is not open');
    return this;
  }

  loadExtension() {
    throw new codes.ERR_FEATURE_UNAVAILABLE_ON_PLATFORM('sqlite3.Database.loadExtension()');
  }

  backup() {
    throw new codes.ERR_FEATURE_UNAVAILABLE_ON_PLATFORM('sqlite3.Database.backup()');
  }
}

for (const name in EventEmitter.prototype) Database.prototype[name] = EventEmitter.prototype[name];

module.exports = { Database, enter, fail, leave, proceed, requireOptionalFunction, schedule };
