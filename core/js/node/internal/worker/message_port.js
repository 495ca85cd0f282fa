'use strict';

// MessageChannel, MessagePort and MessageEvent. Source: HTML Standard, "Message channels"; Node.js documentation
// "Worker threads".

const {
  ArrayIsArray,
  ArrayPrototypePush,
  FunctionPrototypeCall,
  ObjectCreate,
  ObjectDefineProperty,
  ObjectFreeze,
  ObjectSetPrototypeOf,
  ReflectConstruct,
  Symbol,
  TypeError,
} = primordials;
const messaging = internalBinding('messaging');
const { unmetered } = internalBinding('meter');
const { nativeError } = require('internal/errors');
const {
  Event, defineEventHandler, dispatchValue, kNewListener, kRemoveListener,
} = require('internal/event_target');
const { NodeEventTarget } = require('internal/worker/node_event_target');
const { unpack } = require('internal/worker/cloneable');
const { prepare, dataCloneError, previewOf, setPortRecognizer } = require('internal/worker/clone');

class MessageEvent extends Event {
  #data;
  #origin;
  #lastEventId;
  #source;
  #ports;

  constructor(type, options = undefined) {
    super(type, options);
    this.#data = options?.data === undefined ? null : options.data;
    this.#origin = options?.origin === undefined ? '' : `${options.origin}`;
    this.#lastEventId = options?.lastEventId === undefined ? '' : `${options.lastEventId}`;
    this.#source = options?.source === undefined ? null : options.source;
    this.#ports = options?.ports === undefined ? [] : [...options.ports];
  }

  get data() { return this.#data; }
  get origin() { return this.#origin; }
  get lastEventId() { return this.#lastEventId; }
  get source() { return this.#source; }
  get ports() { return this.#ports; }
}

// Programs cannot make ports of their own.
const kMake = Symbol('kMake');

class PortBase extends NodeEventTarget {
  // A port keeps the loop alive, and gives out what arrives, while somebody listens to it.
  [kNewListener](type, count) {
    if (type !== 'message' || count !== 1) return;
    messaging.setRef(this, true);
    messaging.start(this);
  }

  [kRemoveListener](type, count) {
    if (type !== 'message' || count !== 0) return;
    messaging.setRef(this, false);
    messaging.stop(this);
  }

  // Node's own listeners, which do what the two methods above do, are seen here.
  eventNames() {
    return ['newListener', 'removeListener', ...super.eventNames()];
  }
}

function MessagePort(key) {
  if (key !== kMake) throw nativeError(TypeError, 'ERR_CONSTRUCT_CALL_INVALID', 'Constructor cannot be called');
  return ReflectConstruct(PortBase, [], MessagePort);
}
ObjectSetPrototypeOf(MessagePort, NodeEventTarget);
MessagePort.prototype = ObjectCreate(PortBase.prototype);

function postMessage(port, value, transferOrOptions) {
  const { transfer, count, objects } = prepare(value, transferOrOptions, port);
  const preview = messaging.records ? previewOf(value) : undefined;
  if (objects === undefined) send(port, value, transfer, count, preview, true);
  else send(port, { value, objects }, transfer, count, preview, true, true);
}

// What Node's own code says to itself: known to be cloneable.
function postInternal(port, message, transfer = [], preview = `(${message.type})`, counts = false) {
  send(port, message, transfer.length === 0 ? undefined : transfer, transfer.length, preview, counts);
}

function send(port, value, transfer, count, preview, counts, isPacked = false) {
  let isLost;
  try {
    isLost = messaging.post(port, value, transfer, count, preview, counts, undefined, isPacked);
  } catch (error) {
    throw dataCloneError(error.message);
  }
  if (isLost) process.emitWarning('The target port was posted to itself, and the communication channel was lost');
}

MessagePort.prototype.postMessage = function(value, transferOrOptions) {
  if (arguments.length === 0)
    throw nativeError(TypeError, 'ERR_MISSING_ARGS', 'Not enough arguments to MessagePort.postMessage');
  postMessage(this, value, transferOrOptions);
};
MessagePort.prototype.start = function() { messaging.start(this); };
ObjectDefineProperty(MessagePort.prototype, 'constructor', {
  __proto__: null, configurable: true, enumerable: false, writable: true, value: MessagePort,
});
MessagePort.prototype.ref = function() { messaging.setRef(this, true); };
MessagePort.prototype.unref = function() { messaging.setRef(this, false); };
MessagePort.prototype.hasRef = function() { return messaging.hasRef(this); };
defineEventHandler(MessagePort.prototype, 'message');
defineEventHandler(MessagePort.prototype, 'messageerror');
MessagePort.prototype.close = function(callback) {
  if (typeof callback === 'function') this.once('close', callback);
  messaging.close(this);
};

function MessageChannel() {
  if (new.target === undefined)
    throw nativeError(TypeError, 'ERR_CONSTRUCT_CALL_REQUIRED', 'Cannot call constructor without `new`');
  this.port1 = new MessagePort(kMake);
  this.port2 = new MessagePort(kMake);
  messaging.makeChannel(this.port1, this.port2);
}

function isMessagePort(value) {
  return value instanceof MessagePort;
}
setPortRecognizer(isMessagePort, messaging.isOpen);

function requirePort(port) {
  if (!isMessagePort(port))
    throw nativeError(TypeError, 'ERR_INVALID_ARG_TYPE', 'The "port" argument must be a MessagePort instance');
}

function receiveMessageOnPort(port) {
  if (!isMessagePort(port) && !port?.[kReceivesLikePort]) requirePort(port);
  const taken = messaging.take(port);
  ports = [];
  if (taken === undefined) return undefined;
  return { message: taken[1] ? unpack(taken[0]) : taken[0] };
}

// Set on objects that are no MessagePort and receive messages all the same.
const kReceivesLikePort = Symbol('kReceivesLikePort');
// Called with (value, error, ports) instead of dispatching an event.
const kOnMessage = Symbol('kOnMessage');
const kOnClose = Symbol('kOnClose');

let ports = [];

function emitMessage(port, value, error, isPacked) {
  const arrived = ports;
  ports = [];
  if (isPacked && error === undefined) value = unpack(value);
  if (port[kOnMessage] !== undefined) {
    FunctionPrototypeCall(port[kOnMessage], port, value, error, arrived);
    return;
  }
  const type = error === undefined ? 'message' : 'messageerror';
  const data = error === undefined ? value : error;
  dispatchValue(port, type, data, () => new MessageEvent(type, { data, ports: ObjectFreeze(arrived) }));
}

messaging.setHooks({
  makePort: unmetered(() => {
    const port = new MessagePort(kMake);
    ArrayPrototypePush(ports, port);
    return port;
  }),
  emitMessage,
  emitClose(port) {
    if (port[kOnClose] !== undefined) port[kOnClose]();
    else dispatchValue(port, 'close', undefined, () => new Event('close'));
  },
});

function moveMessagePortToContext(port, context) {
  requirePort(port);
  if (context === null || (typeof context !== 'object' && typeof context !== 'function') || ArrayIsArray(context) ||
      !require('internal/worker/clone').isContext(context))
    throw nativeError(TypeError, 'ERR_INVALID_ARG_TYPE', 'Invalid context argument');
  return port;
}

// What the host's own objects that stand for a port are made with.
function newPort() {
  return new MessagePort(kMake);
}

module.exports = {
  MessageChannel,
  MessageEvent,
  MessagePort,
  isMessagePort,
  kOnClose,
  kOnMessage,
  kReceivesLikePort,
  moveMessagePortToContext,
  newPort,
  postInternal,
  postMessage,
  receiveMessageOnPort,
};
