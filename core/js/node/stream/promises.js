'use strict';

// Source: Node.js documentation "Streams Promises API".

const { ArrayPrototypePop, Promise } = primordials;
const { finished: whenFinished } = require('internal/streams/end_of_stream');
const { runPipeline } = require('internal/streams/pipeline');
const { isIterable, isNodeStream, isWebStream } = require('internal/streams/status');
const { validateBoolean } = require('internal/validators');

function finished(stream, options) {
  options ??= {};
  let cleansUp = false;
  if (options.cleanup) {
    validateBoolean(options.cleanup, 'cleanup');
    cleansUp = options.cleanup;
  }
  return new Promise((resolve, reject) => {
    const cleanup = whenFinished(stream, options, (error) => {
      if (cleansUp) cleanup();
      if (error) reject(error);
      else resolve();
    });
  });
}

function pipeline(...streams) {
  return new Promise((resolve, reject) => {
    const last = streams[streams.length - 1];
    const isOptions = last && typeof last === 'object' && !isNodeStream(last) && !isIterable(last) &&
      !isWebStream(last);
    const options = isOptions ? ArrayPrototypePop(streams) : undefined;
    runPipeline(streams, (error, value) => {
      if (error) reject(error);
      else resolve(value);
    }, options);
  });
}

module.exports = { finished, pipeline };
