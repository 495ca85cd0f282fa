'use strict';

// Source: Streams Standard, "ReadableStreamBYOBRequest".

const { Symbol } = primordials;
const { customInspectSymbol } = require('internal/util');
const { validateBuffer } = require('internal/validators');
const {
  inspectAs, invalidState, kMayConstruct, requirePermission, shapeClass, stateOf,
} = require('internal/webstreams/shared');
const { bufferOf, byteLengthOf, isDetached } = require('internal/webstreams/views');

const kRequest = Symbol('kRequest');
const kName = 'ReadableStreamBYOBRequest';

// The state of a request: { control, view }, both gone when it is no more valid.
function validState(request) {
  const state = stateOf(request, kRequest, kName);
  if (state.control === undefined) throw invalidState('This BYOB request has been invalidated');
  return state;
}

class ReadableStreamBYOBRequest {
  constructor(permission = undefined) {
    requirePermission(permission);
  }

  get view() {
    return stateOf(this, kRequest, kName).view;
  }

  respond(bytesWritten) {
    const { control, view } = validState(this);
    if (isDetached(bufferOf(view))) throw invalidState('Viewed ArrayBuffer is detached');
    control.respond(bytesWritten);
  }

  respondWithNewView(view) {
    const { control } = validState(this);
    validateBuffer(view, 'view');
    if (byteLengthOf(view) === 0 && isDetached(bufferOf(view))) throw invalidState('Viewed ArrayBuffer is detached');
    control.respondWithNewView(view);
  }

  [customInspectSymbol](depth, options) {
    const { control, view } = stateOf(this, kRequest, kName);
    return inspectAs(kName, { view, controller: control?.controller }, depth, options);
  }
}
shapeClass(ReadableStreamBYOBRequest, kName, ['view', 'respond', 'respondWithNewView']);

function makeRequest(control, view) {
  const request = new ReadableStreamBYOBRequest(kMayConstruct);
  request[kRequest] = { __proto__: null, control, view };
  return request;
}

function invalidate(request) {
  const state = request[kRequest];
  state.control = undefined;
  state.view = null;
}

module.exports = { invalidate, makeRequest, ReadableStreamBYOBRequest };
