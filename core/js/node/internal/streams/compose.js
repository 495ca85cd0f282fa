'use strict';

// stream.compose(): several streams as one. Source: Node.js documentation
// "stream.compose(...streams)".

const { ArrayPrototypeSlice } = primordials;
const { codes } = require('internal/errors');
const Bridge = require('internal/streams/bridge');
const { destroyer } = require('internal/streams/destroy');
const Duplex = require('internal/streams/duplex');
const { finished } = require('internal/streams/end_of_stream');
const { pipeline } = require('internal/streams/pipeline');
const {
  isNodeStream, isReadable, isReadableStream, isTransformStream, isWebStream, isWritable, isWritableStream,
} = require('internal/streams/status');

function canBeRead(stream) {
  return Boolean(isReadable(stream) || isReadableStream(stream) || isTransformStream(stream));
}

function canBeWritten(stream) {
  return Boolean(isWritable(stream) || isWritableStream(stream) || isTransformStream(stream));
}

function checkPlaces(streams, given) {
  for (let i = 0; i < streams.length; i++) {
    if (!isNodeStream(streams[i]) && !isWebStream(streams[i])) continue;
    if (i < streams.length - 1 && !canBeRead(streams[i])) {
      throw new codes.ERR_INVALID_ARG_VALUE(`streams[${i}]`, given[i], 'must be readable');
    }
    if (i > 0 && !canBeWritten(streams[i])) {
      throw new codes.ERR_INVALID_ARG_VALUE(`streams[${i}]`, given[i], 'must be writable');
    }
  }
}

function compose(...streams) {
  if (streams.length === 0) throw new codes.ERR_MISSING_ARGS('streams');
  if (streams.length === 1) return Duplex.from(streams[0]);
  const given = ArrayPrototypeSlice(streams);
  const last = streams.length - 1;
  // Functions in between are the pipeline's matter.
  if (typeof streams[0] === 'function') streams[0] = Duplex.from(streams[0]);
  if (typeof streams[last] === 'function') streams[last] = Duplex.from(streams[last]);
  checkPlaces(streams, given);

  let bridge;
  const head = streams[0];
  const tail = pipeline(streams, (error) => {
    if (bridge.finish(error) && !reads && !writes) bridge.duplex.destroy();
  });
  const writes = canBeWritten(head);
  const reads = canBeRead(tail);
  bridge = new Bridge(new Duplex({
    writableObjectMode: Boolean(head?.writableObjectMode),
    readableObjectMode: Boolean(tail?.readableObjectMode),
    writable: writes,
    readable: reads,
  }));
  if (writes) {
    if (isNodeStream(head)) bridge.writeTo(head);
    else require('internal/streams/web_bridge').writeToWeb(bridge, head);
    finished(isTransformStream(tail) ? tail.readable : tail, () => bridge.tell('ended'));
  }
  if (reads && isNodeStream(tail)) bridge.readFrom(tail);
  else if (reads) require('internal/streams/web_bridge').readFromWeb(bridge, tail);
  bridge.destroyBy((error) => {
    if (isNodeStream(tail)) destroyer(tail, error);
  }, true);
  return bridge.duplex;
}

module.exports = compose;
