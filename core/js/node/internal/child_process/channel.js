'use strict';

// The channel between a process and its parent: send(), disconnect(), 'message', 'internalMessage' and 'disconnect', of
// process in the child and of ChildProcess in the parent. Source: Node.js documentation "Child process",
// "subprocess.send()".

const {
  ArrayPrototypePush,
  JSONParse,
  JSONStringify,
  StringPrototypeStartsWith,
} = primordials;
const EventEmitter = require('events');
const messaging = internalBinding('messaging');
const { codes } = require('internal/errors');
const { validateBoolean, validateObject } = require('internal/validators');
const { kOnClose, kOnMessage, newPort } = require('internal/worker/message_port');

function ignore() {}

// What process.channel and subprocess.channel show of it.
class Control extends EventEmitter {
  #port;
  #users = 0;
  #isUpToProgram = false;

  constructor(port) {
    super();
    this.#port = port;
  }

  // One more, or less, of what the channel is open for.
  refCounted() {
    if (++this.#users === 1 && !this.#isUpToProgram) messaging.setRef(this.#port, true);
  }

  unrefCounted() {
    if (--this.#users === 0 && !this.#isUpToProgram) {
      messaging.setRef(this.#port, false);
      this.emit('unref');
    }
  }

  ref() {
    this.#isUpToProgram = true;
    messaging.setRef(this.#port, true);
  }

  unref() {
    this.#isUpToProgram = true;
    messaging.setRef(this.#port, false);
  }

}

function isInternal(message) {
  return message !== null && typeof message === 'object' && typeof message.cmd === 'string' &&
    StringPrototypeStartsWith(message.cmd, 'NODE_');
}

const kSendable = { '__proto__': null, 'boolean': true, 'number': true, 'object': true, 'string': true };

function checkMessage(message) {
  if (message === undefined) throw new codes.ERR_MISSING_ARGS('message');
  if (!kSendable[typeof message])
    throw new codes.ERR_INVALID_ARG_TYPE('message', ['string', 'object', 'number', 'boolean'], message);
}

// What the trace shows of a message.
function preview(message) {
  if (!messaging.records) return undefined;
  if (message !== null && typeof message === 'object' && message.cmd === 'NODE_CLUSTER')
    return `(cluster: ${message.act ?? `answer to ${message.ack}`})`;
  return require('internal/worker/clone').previewOf(message);
}

class Channel {
  #target;
  #port;
  #isAdvanced;
  #onEnd;
  #waiting = [];

  constructor(target, port, { isAdvanced, onEnd }) {
    this.#target = target;
    this.#port = port;
    this.#isAdvanced = isAdvanced;
    this.#onEnd = onEnd;
    this.control = new Control(port);
    port[kOnMessage] = (sent) => this.#receive(sent);
    port[kOnClose] = () => this.#ended();
    target.on('newListener', () => {
      if (this.#waiting.length > 0) process.nextTick(() => this.#giveWaiting());
    });
  }

  // ---- What is sent ----

  send(message, handle, options, callback) {
    if (typeof handle === 'function') {
      callback = handle;
      handle = options = undefined;
    } else if (typeof options === 'function') {
      callback = options;
      options = undefined;
    } else if (options !== undefined) {
      validateObject(options, 'options');
    }
    if (!this.#target.connected) return this.#refuse(callback);
    checkMessage(message);
    if (options?.swallowErrors !== undefined) validateBoolean(options.swallowErrors, 'options.swallowErrors');
    const parcel = handle ? require('internal/child_process/handles').pack(message, handle, options) : { message };
    this.#post(parcel.message, parcel.socket);
    parcel.sent?.();
    if (typeof callback === 'function') process.nextTick(callback, null);
    return true;
  }

  #refuse(callback) {
    const error = new codes.ERR_IPC_CHANNEL_CLOSED();
    if (typeof callback === 'function') process.nextTick(callback, error);
    else process.nextTick(() => this.#target.emit('error', error));
    return false;
  }

  #post(message, socket) {
    const value = this.#isAdvanced ? { value: message, socket } : { text: JSONStringify(message), socket };
    messaging.post(this.#port, value, undefined, 0, preview(message), true, socket);
  }

  // ---- What comes ----

  #receive({ text, value, socket }) {
    const message = text === undefined ? value : JSONParse(text);
    if (!isInternal(message)) {
      this.#give('message', message);
    } else if (message.cmd === 'NODE_HANDLE') {
      require('internal/child_process/handles').unpack(message, socket, (handle) => this.#give('message', message.msg, handle));
    } else {
      const { nativeHandle } = require('internal/child_process/handles');
      this.#give('internalMessage', message, socket === undefined ? undefined : nativeHandle(message, socket));
    }
  }

  #give(type, message, handle) {
    process.nextTick(() => {
      if (type === 'internalMessage' || this.#target.listenerCount('message') > 0)
        this.#target.emit(type, message, handle);
      else ArrayPrototypePush(this.#waiting, { message, handle });
    });
  }

  // Messages wait for the first who listens.
  #giveWaiting() {
    if (this.#waiting.length === 0 || this.#target.listenerCount('message') === 0) return;
    const waiting = this.#waiting;
    this.#waiting = [];
    for (let i = 0; i < waiting.length; i++) this.#target.emit('message', waiting[i].message, waiting[i].handle);
  }

  // ---- Its end ----

  disconnect() {
    const target = this.#target;
    if (!target.connected) {
      target.emit('error', new codes.ERR_IPC_DISCONNECTED());
      return;
    }
    this.#leave(() => messaging.close(this.#port));
  }

  #leave(close) {
    this.#port[kOnClose] = ignore;
    this.#target.connected = false;
    this.#target.channel = null;
    process.nextTick(() => {
      close();
      this.#target.emit('disconnect');
    });
  }

  // The other end was closed.
  #ended() {
    if (this.#target.connected) this.#leave(ignore);
    this.#onEnd();
  }
}

// Gives a process or ChildProcess what it talks by.
function setUpChannel(target, port, options) {
  const channel = new Channel(target, port, options);
  target.channel = channel.control;
  target.connected = true;
  target.send = function send(message, handle, opts, callback) {
    return channel.send(message, handle, opts, callback);
  };
  target._send = target.send;
  target.disconnect = function disconnect() { channel.disconnect(); };
  target._disconnect = target.disconnect;
  messaging.start(port);
  return channel.control;
}

module.exports = { newPort, setUpChannel };
