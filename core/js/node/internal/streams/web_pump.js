'use strict';

// Writes what an iterable yields to a web stream, as fast as that takes it: a part of stream.pipeline().

const { PromisePrototypeThen } = primordials;
const { isTransformStream } = require('internal/streams/status');

function nothing() {}

async function pumpToWeb(iterable, stream, done, ends) {
  const writer = (isTransformStream(stream) ? stream.writable : stream).getWriter();
  try {
    for await (const chunk of iterable) {
      await writer.ready;
      PromisePrototypeThen(writer.write(chunk), undefined, nothing);
    }
    await writer.ready;
    if (ends) await writer.close();
    done();
  } catch (error) {
    try {
      await writer.abort(error);
      done(error);
    } catch (failure) {
      done(failure);
    }
  }
}

module.exports = { pumpToWeb };
