'use strict';

// readable.pipe() and unpipe(): writes what comes, and pauses the source while a destination is full.
// Source: Node.js documentation "readable.pipe(destination[, options])".

const binding = internalBinding('stream');
const { errorOrDestroy } = require('internal/streams/destroy');
const { prependListener } = require('internal/streams/legacy');
const { destinationNumber, kCore } = require('internal/streams/states');

// Without a name, as Node's are.
module.exports.pipe = function(destination, options) {
  const source = this;
  const state = this._readableState;
  const core = state[kCore];
  const number = destinationNumber(state, destination);
  let cleanedUp = false;
  let ondrain;

  function onunpipe(readable, info) {
    if (readable === source && info && info.hasUnpiped === false) {
      info.hasUnpiped = true;
      cleanup();
    }
  }
  function onend() {
    destination.end();
  }
  function unpipe() {
    source.unpipe(destination);
  }
  function cleanup() {
    destination.removeListener('close', onclose);
    destination.removeListener('finish', onfinish);
    if (ondrain) destination.removeListener('drain', ondrain);
    destination.removeListener('error', onerror);
    destination.removeListener('unpipe', onunpipe);
    source.removeListener('end', onend);
    source.removeListener('end', unpipe);
    source.removeListener('data', ondata);
    cleanedUp = true;
    // It will not drain any more: whoever else is waited for must not wait for it.
    if (ondrain && binding.waitingFor(core).length > 0 &&
        (!destination._writableState || destination._writableState.needDrain)) {
      ondrain();
    }
  }
  function drained() {
    if (binding.drained(core, number)) source.resume();
  }
  function pause() {
    if (!cleanedUp) {
      binding.awaitDrain(core, number);
      source.pause();
    }
    if (!ondrain) {
      ondrain = drained;
      destination.on('drain', ondrain);
    }
  }
  function ondata(chunk) {
    if (destination.write(chunk) === false) pause();
  }
  function onerror(error) {
    unpipe();
    destination.removeListener('error', onerror);
    if (destination.listenerCount('error') !== 0) return;
    const side = destination._writableState || destination._readableState;
    if (side && !side.errorEmitted) errorOrDestroy(destination, error);
    else destination.emit('error', error);
  }
  function onclose() {
    destination.removeListener('finish', onfinish);
    unpipe();
  }
  function onfinish() {
    destination.removeListener('close', onclose);
    unpipe();
  }

  binding.pipeTo(core, number, destination[kCore]);
  const ends = (!options || options.end !== false) && destination !== process.stdout &&
    destination !== process.stderr;
  const whenEnded = ends ? onend : unpipe;
  if (state.endEmitted) process.nextTick(whenEnded);
  else source.once('end', whenEnded);
  destination.on('unpipe', onunpipe);
  source.on('data', ondata);
  prependListener(destination, 'error', onerror);
  destination.once('close', onclose);
  destination.once('finish', onfinish);
  destination.emit('pipe', source);
  if (destination.writableNeedDrain === true) pause();
  else if (!state.flowing) source.resume();
  return destination;
};

module.exports.unpipe = function(destination) {
  const state = this._readableState;
  const core = state[kCore];
  const { pipes } = state;
  if (pipes.length === 0) return this;
  if (!destination) {
    for (let i = 0; i < pipes.length; i++) binding.unpipeFrom(core, destinationNumber(state, pipes[i]));
    this.pause();
    for (let i = 0; i < pipes.length; i++) pipes[i].emit('unpipe', this, { hasUnpiped: false });
    return this;
  }
  if (!binding.unpipeFrom(core, destinationNumber(state, destination))) return this;
  if (pipes.length === 1) this.pause();
  destination.emit('unpipe', this, { hasUnpiped: false });
  return this;
};
