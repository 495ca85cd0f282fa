'use strict';

// Source: HTML Standard, "structuredClone"; the algorithm itself is the engine's.

const {
  ArrayPrototypeIndexOf,
  SymbolIterator,
  Uint8Array,
} = primordials;
const { clone } = internalBinding('structured_clone');
const { unpack } = require('internal/worker/cloneable');

function transferOf(options) {
  const { isArrayBuffer } = require('internal/util/types');
  const { dataCloneError, nodeError } = require('internal/worker/clone');
  const { isMessagePort } = require('internal/worker/message_port');
  if (options === undefined || options === null) return undefined;
  if (typeof options !== 'object' && typeof options !== 'function')
    throw nodeError('ERR_INVALID_ARG_TYPE', 'The options argument must be either an object or undefined');
  const { transfer } = options;
  if (transfer === undefined || transfer === null) return undefined;
  if (typeof transfer !== 'object' && typeof transfer !== 'function')
    throw nodeError('ERR_INVALID_ARG_TYPE', 'Optional transferList argument must be an iterable');
  if (typeof transfer[SymbolIterator] !== 'function') return undefined;
  const list = [...transfer];
  for (let i = 0; i < list.length; i++) {
    if (!isMessagePort(list[i]) && (!isArrayBuffer(list[i]) || isDetached(list[i])))
      throw nodeError('ERR_INVALID_TRANSFER_OBJECT', 'Found invalid object in transferList');
    if (ArrayPrototypeIndexOf(list, list[i]) !== i) throw dataCloneError('Transfer list contains duplicate ArrayBuffer');
  }
  return list;
}

function isDetached(buffer) {
  try {
    return new Uint8Array(buffer) === undefined;
  } catch {
    return true;
  }
}

function structuredClone(value, options) {
  if (arguments.length === 0) {
    const { ERR_MISSING_ARGS } = require('internal/errors').codes;
    throw new ERR_MISSING_ARGS('The "value" argument must be specified');
  }
  const transfer = transferOf(options);
  const { dataCloneError, throwIfUncloneable } = require('internal/worker/clone');
  const objects = throwIfUncloneable(value, transfer ?? []);
  try {
    if (objects === undefined) return clone(value, transfer);
    return unpack(clone({ value, objects }, transfer));
  } catch (error) {
    throw dataCloneError(error.message);
  }
}

module.exports = { structuredClone };
