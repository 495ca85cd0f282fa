'use strict';

// Source: Node.js documentation "Events", EventEmitterAsyncResource.

const EventEmitter = require('events');
const { AsyncResource } = require('async_hooks');
const { codes: { ERR_INVALID_THIS } } = require('internal/errors');

class EventEmitterReferencingAsyncResource extends AsyncResource {
  #emitter;
  constructor(emitter, type, options) {
    super(type, options);
    this.#emitter = emitter;
  }
  get eventEmitter() {
    return this.#emitter;
  }
}

class EventEmitterAsyncResource extends EventEmitter {
  #resource;

  constructor(options = undefined) {
    const name = typeof options === 'string' ? options : options?.name ?? new.target.name;
    super(typeof options === 'string' ? undefined : options);
    this.#resource = new EventEmitterReferencingAsyncResource(this, name, options);
  }

  static #resourceOf(emitter) {
    if (!(#resource in emitter)) throw new ERR_INVALID_THIS('EventEmitterAsyncResource');
    return emitter.#resource;
  }

  emit(event, ...args) {
    return EventEmitterAsyncResource.#resourceOf(this).runInAsyncScope(super.emit, this, event, ...args);
  }
  emitDestroy() {
    EventEmitterAsyncResource.#resourceOf(this).emitDestroy();
  }
  get asyncId() {
    return EventEmitterAsyncResource.#resourceOf(this).asyncId();
  }
  get triggerAsyncId() {
    return EventEmitterAsyncResource.#resourceOf(this).triggerAsyncId();
  }
  get asyncResource() {
    return EventEmitterAsyncResource.#resourceOf(this);
  }
}

module.exports = EventEmitterAsyncResource;
