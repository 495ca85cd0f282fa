'use strict';

// What a worker writes, as its parent reads it.

const { Readable } = require('stream');

class ReadableWorkerStdio extends Readable {
  _read() {}
}

module.exports = { ReadableWorkerStdio };
