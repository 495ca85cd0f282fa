'use strict';

// Web streams in the trace: the same kinds of event as Node's own streams have. A stream has a recorder
// while a trace is recorded, and works the same without.

const binding = internalBinding('webstreams');

class Recorder {
  #id;
  #openSides = 0;
  // The chunk that a transform has in hand: what it enqueues meanwhile is made of that.
  inWork = 0;

  constructor(label) {
    this.#id = binding.open(label);
  }

  get id() {
    return this.#id;
  }

  addSide(side, mark, countsObjects) {
    this.#openSides++;
    this.countsObjects = countsObjects;
    binding.side(this.#id, side, mark, countsObjects);
  }

  // `op`: a word of the trace's for what happens to a stream. `about`: the error, or the size.
  note(op, ...about) {
    binding.change(this.#id, op, ...about);
  }

  // One of its sides is over.
  noteOver() {
    if (--this.#openSides === 0) this.note('close');
  }

  // What happens to a chunk; returns its number. `number`: if it is known. `held`: in that side's queue.
  move(op, chunk, size, held, number = 0) {
    return binding.chunk(this.#id, op, chunk, size, held, number, this.inWork);
  }

  // An object that now stands for that chunk.
  knowAgain(chunk, number) {
    binding.knowAgain(chunk, number);
  }

  // A chunk that no strategy measured.
  pass(chunk, held) {
    return this.move('pass', chunk, this.countsObjects ? 1 : chunk?.byteLength ?? 0, held);
  }

  pipe(op, destination) {
    if (destination !== undefined) binding.pipe(op, this.#id, destination.id);
  }
}

function recorderFor(label) {
  return binding.isRecorded() ? new Recorder(label) : undefined;
}

// Streams of Node's that an adapter connects with one of the web's.
function connectFromNode(core, recorder) {
  if (recorder !== undefined && core !== undefined) binding.pipeWithNode(core, recorder.id, true);
}

function connectToNode(recorder, core) {
  if (recorder !== undefined && core !== undefined) binding.pipeWithNode(core, recorder.id, false);
}

module.exports = { connectFromNode, connectToNode, recorderFor };
