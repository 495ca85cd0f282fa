'use strict';

// Errors of SQLite as its npm driver reports them. Codes: sqlite.org, "Result and Error Codes".

const { Error, ObjectKeys } = primordials;

const kCodes = {
  __proto__: null,
  OK: 0, ERROR: 1, INTERNAL: 2, PERM: 3, ABORT: 4, BUSY: 5, LOCKED: 6, NOMEM: 7, READONLY: 8, INTERRUPT: 9,
  IOERR: 10, CORRUPT: 11, NOTFOUND: 12, FULL: 13, CANTOPEN: 14, PROTOCOL: 15, EMPTY: 16, SCHEMA: 17, TOOBIG: 18,
  CONSTRAINT: 19, MISMATCH: 20, MISUSE: 21, NOLFS: 22, AUTH: 23, FORMAT: 24, RANGE: 25, NOTADB: 26,
};

const names = [];
const keys = ObjectKeys(kCodes);
for (let i = 0; i < keys.length; i++) names[kCodes[keys[i]]] = `SQLITE_${keys[i]}`;

function sqliteError(code, message) {
  const name = names[code & 0xff] ?? 'UNKNOWN_SQLITE_ERROR';
  const error = new Error(`${name}: ${message}`);
  error.errno = code;
  error.code = name;
  return error;
}

module.exports = { kCodes, sqliteError };
