'use strict';

// A statement of the npm package sqlite3: prepared by one job for the thread pool, run by another; one job at
// a time, the others wait.

const {
  ArrayIsArray,
  ArrayPrototypePop,
  ArrayPrototypePush,
  ArrayPrototypeShift,
  Number,
  ObjectDefineProperty,
  ObjectKeys,
  ReflectApply,
  String,
  TypeError,
} = primordials;
const sqlite = internalBinding('sqlite');
const { Buffer } = require('buffer');
const EventEmitter = require('events');
const { isAnyArrayBuffer, isArrayBufferView, isDate, isRegExp } = require('internal/util/types');
const { Database, enter, fail, leave, proceed, requireOptionalFunction, schedule } =
  require('internal/sqlite/database');
const { kCodes, sqliteError } = require('internal/sqlite/errors');

// ---- What is bound, as [place, value, place, value, …] ----

// undefined: the place stays NULL.
function bindable(value) {
  switch (typeof value) {
    case 'string': return value;
    case 'number': return value === (value | 0) ? value | 0 : value;
    case 'boolean': return value ? 1 : 0;
    case 'object': break;
    case 'function': return '[object Object]';
    default: return undefined;
  }
  if (value === null || isArrayBufferView(value) || isDate(value)) return value;
  if (isRegExp(value)) return String(value);
  return '[object Object]';
}

function addParameter(parameters, place, value) {
  ArrayPrototypePush(parameters, place, bindable(value));
}

function isSingleValue(value) {
  return value === null || (typeof value !== 'object' && typeof value !== 'function') || isRegExp(value) ||
         isDate(value) || isArrayBufferView(value);
}

// (1, 2), ([1, 2]), ({ $id: 1 }) or ({ 1: 1 })
function parametersOf(args) {
  const parameters = [];
  if (args.length === 0) return parameters;
  const first = args[0];
  if (ArrayIsArray(first) || isSingleValue(first)) {
    const values = ArrayIsArray(first) ? first : args;
    for (let i = 0; i < values.length; i++) addParameter(parameters, i + 1, values[i]);
    return parameters;
  }
  const names = ObjectKeys(first);
  for (let i = 0; i < names.length; i++) {
    const number = Number(names[i]);
    addParameter(parameters, number === (number | 0) ? number | 0 : names[i], first[names[i]]);
  }
  return parameters;
}

function takeCallback(args) {
  return typeof args[args.length - 1] === 'function' ? ArrayPrototypePop(args) : undefined;
}

function toRow(columns, values) {
  const row = {};
  for (let i = 0; i < columns.length; i++) {
    const value = values[i];
    row[columns[i]] = isAnyArrayBuffer(value) ? Buffer.from(value) : value;
  }
  return row;
}

class Statement {
  #database;
  #handle;
  #prepared = false;
  #busy = true;  // with its preparation, at first
  #finalized = false;
  #waiting = [];

  constructor(database, sql, callback) {
    if (!(database instanceof Database)) throw new TypeError('Database object expected');
    if (typeof sql !== 'string') throw new TypeError('SQL query expected');
    if (callback !== undefined && typeof callback !== 'function') throw new TypeError('Callback expected');
    this.#database = database;
    ObjectDefineProperty(this, 'sql', { __proto__: null, configurable: false, enumerable: false, writable: false, value: sql });
    const prepare = (handle, done) => {
      this.#handle = sqlite.createStatement(handle);
      sqlite.prepare((code, message) => {
        if (code !== kCodes.OK) {
          fail(this, callback, sqliteError(code, message));
          this.#finalize();
        } else {
          this.#prepared = true;
          if (callback !== undefined) ReflectApply(callback, this, [null]);
        }
        this.#busy = false;
        done(() => this.#process());
      }, this.#handle, sql);
    };
    schedule(database, prepare, callback);
  }

  #schedule(callback, start) {
    if (!this.#finalized && this.#prepared && !this.#busy) {
      start();
      return;
    }
    ArrayPrototypePush(this.#waiting, { callback, start });
    if (this.#finalized) this.#refuseWaiting();
  }

  #process() {
    if (this.#finalized) {
      this.#refuseWaiting();
      return;
    }
    while (this.#prepared && !this.#busy && this.#waiting.length > 0) ArrayPrototypeShift(this.#waiting).start();
  }

  // What waits for a statement that could not be prepared has been told by the error of that.
  #refuseWaiting() {
    const calls = this.#waiting;
    this.#waiting = [];
    if (!this.#prepared || calls.length === 0) return;
    const error = sqliteError(kCodes.MISUSE, 'Statement is already finalized');
    let told = false;
    for (let i = 0; i < calls.length; i++) {
      if (typeof calls[i].callback !== 'function') continue;
      told = true;
      ReflectApply(calls[i].callback, this, [error]);
    }
    if (!told) this.emit('error', error);
  }

  // A job of this statement; `ended` gets what it came to.
  #job(native, parameters, callback, ended) {
    this.#schedule(callback, () => {
      this.#busy = true;
      enter(this.#database);
      native((code, message, ...outcome) => {
        if (code !== kCodes.OK) fail(this, callback, sqliteError(code, message));
        else ReflectApply(ended, this, outcome);
        this.#busy = false;
        leave(this.#database);
        this.#process();
        proceed(this.#database);
      }, this.#handle, this.sql, parameters);
    });
    return this;
  }

  bind(...args) {
    const callback = takeCallback(args);
    return this.#job(sqlite.bind, parametersOf(args), callback, () => {
      if (callback !== undefined) ReflectApply(callback, this, [null]);
    });
  }

  run(...args) {
    const callback = takeCallback(args);
    return this.#job(sqlite.run, parametersOf(args), callback, (columns, rows, lastID, changes) => {
      if (callback === undefined) return;
      this.lastID = lastID;
      this.changes = changes;
      ReflectApply(callback, this, [null]);
    });
  }

  get(...args) {
    const callback = takeCallback(args);
    return this.#job(sqlite.get, parametersOf(args), callback, (columns, rows) => {
      if (callback === undefined) return;
      ReflectApply(callback, this, rows.length > 0 ? [null, toRow(columns, rows[0])] : [null]);
    });
  }

  all(...args) {
    const callback = takeCallback(args);
    return this.#job(sqlite.all, parametersOf(args), callback, (columns, rows) => {
      if (callback === undefined) return;
      const result = [];
      for (let i = 0; i < rows.length; i++) ArrayPrototypePush(result, toRow(columns, rows[i]));
      ReflectApply(callback, this, [null, result]);
    });
  }

  // each(…, onRow, onEnd)
  each(...args) {
    const last = takeCallback(args);
    const onRow = takeCallback(args) ?? last;
    const onEnd = onRow === last ? undefined : last;
    return this.#job(sqlite.all, parametersOf(args), onRow, (columns, rows) => {
      for (let i = 0; i < rows.length && onRow !== undefined; i++) {
        ReflectApply(onRow, this, [null, toRow(columns, rows[i])]);
      }
      if (onEnd !== undefined) ReflectApply(onEnd, this, [null, rows.length]);
    });
  }

  // The first column as keys, the second as values, or the whole rows if there are more.
  map(...args) {
    const callback = ArrayPrototypePop(args);
    return this.all(...args, (error, rows) => {
      if (error) return callback(error);
      const result = {};
      for (let i = 0; i < rows.length; i++) {
        const names = ObjectKeys(rows[i]);
        result[rows[i][names[0]]] = names.length > 2 ? rows[i] : rows[i][names[1]];
      }
      callback(error, result);
    });
  }

  reset(callback) {
    requireOptionalFunction(callback, 0);
    return this.#job(sqlite.reset, [], callback, () => {
      if (callback !== undefined) ReflectApply(callback, this, [null]);
    });
  }

  finalize(callback) {
    requireOptionalFunction(callback, 0);
    this.#schedule(callback, () => {
      this.#finalize();
      if (callback !== undefined) ReflectApply(callback, this, []);
    });
    return this.#database;
  }

  #finalize() {
    this.#finalized = true;
    this.#refuseWaiting();
    sqlite.finalize(this.#handle);
  }
}

for (const name in EventEmitter.prototype) Statement.prototype[name] = EventEmitter.prototype[name];

module.exports = { Statement };
