'use strict';

// Views of memory, by what they are and not by what a program made of their properties.

const {
  ArrayBufferPrototypeSlice,
  DataViewPrototypeGetBuffer,
  DataViewPrototypeGetByteLength,
  DataViewPrototypeGetByteOffset,
  TypedArrayPrototypeGetBuffer,
  TypedArrayPrototypeGetByteLength,
  TypedArrayPrototypeGetByteOffset,
  TypedArrayPrototypeSet,
  Uint8Array,
} = primordials;
const { codes } = require('internal/errors');
const { isDataView } = require('internal/util/types');
const { isDetached, transferBuffer } = internalBinding('webstreams');

function bufferOf(view) {
  return isDataView(view) ? DataViewPrototypeGetBuffer(view) : TypedArrayPrototypeGetBuffer(view);
}

function byteOffsetOf(view) {
  return isDataView(view) ? DataViewPrototypeGetByteOffset(view) : TypedArrayPrototypeGetByteOffset(view);
}

function byteLengthOf(view) {
  return isDataView(view) ? DataViewPrototypeGetByteLength(view) : TypedArrayPrototypeGetByteLength(view);
}

// The same memory as another ArrayBuffer; the given one is detached.
function transfer(buffer) {
  const moved = transferBuffer(buffer);
  if (moved === undefined) throw new codes.ERR_OPERATION_FAILED.TypeError('The ArrayBuffer could not be transferred');
  return moved;
}

function copyBytes(to, toOffset, from, fromOffset, count) {
  TypedArrayPrototypeSet(new Uint8Array(to, toOffset, count), new Uint8Array(from, fromOffset, count));
}

function cloneOf(view) {
  const start = byteOffsetOf(view);
  return new Uint8Array(ArrayBufferPrototypeSlice(bufferOf(view), start, start + byteLengthOf(view)));
}

module.exports = { bufferOf, byteLengthOf, byteOffsetOf, cloneOf, copyBytes, isDetached, transfer };
