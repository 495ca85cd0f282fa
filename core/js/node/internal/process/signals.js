'use strict';

// Signals: handlers of the program's, and process.kill(). Source: Node.js documentation "Process", "Signal events".

const { ObjectKeys, SafeMap, StringPrototypeToUpperCase } = primordials;
const binding = internalBinding('child_process');
const messaging = internalBinding('messaging');

let numbers;
let names;

function load() {
  if (numbers !== undefined) return;
  numbers = require('os').constants.signals;
  names = new SafeMap();
  for (const name of ObjectKeys(numbers)) if (!names.has(numbers[name])) names.set(numbers[name], name);
}

function numberOf(name) {
  if (typeof name !== 'string' || name[0] !== 'S' || name[1] !== 'I') return undefined;
  load();
  return numbers[name];
}

function nameOf(number) {
  load();
  return names.get(number);
}

const kCannotBeHandled = { '__proto__': null, 'SIGKILL': true, 'SIGSTOP': true };

function onNewListener(type) {
  const number = numberOf(type);
  if (number === undefined || process.listenerCount(type) > 0) return;
  if (kCannotBeHandled[type]) {
    const { ErrnoException } = require('internal/system_errors');
    throw new ErrnoException(-22, 'uv_signal_start');
  }
  binding.handleSignal(number, true);
}

function onRemoveListener(type) {
  const number = numberOf(type);
  if (number !== undefined && process.listenerCount(type) === 0) binding.handleSignal(number, false);
}

// A signal by its name or number, as programs give it.
function signalNumber(signal) {
  load();
  if (typeof signal === 'number' && names.has(signal)) return signal;
  const byName = typeof signal === 'string' ? numbers[StringPrototypeToUpperCase(signal)] : undefined;
  if (byName !== undefined) return byName;
  const { ERR_UNKNOWN_SIGNAL } = require('internal/errors').codes;
  throw new ERR_UNKNOWN_SIGNAL(signal);
}

// Whether there is such a process.
function send(pid, number) {
  load();
  if (number === numbers.SIGSTOP || number === numbers.SIGTSTP || pid <= 0) {
    const { ERR_FEATURE_UNAVAILABLE_ON_PLATFORM } = require('internal/errors').codes;
    const error = new ERR_FEATURE_UNAVAILABLE_ON_PLATFORM('process.kill()');
    error.message += pid <= 0 ? ': there are no groups of processes' : ': processes are not stopped';
    throw error;
  }
  return binding.kill(pid, number);
}

function kill(pid, signal) {
  const { codes } = require('internal/errors');
  if (pid != (pid | 0)) throw new codes.ERR_INVALID_ARG_TYPE('pid', 'number', pid);
  load();
  if (typeof signal !== 'number') {
    signal ||= 'SIGTERM';
    if (numbers[signal] === undefined) throw new codes.ERR_UNKNOWN_SIGNAL(signal);
    signal = numbers[signal];
  }
  if (send(pid, signal)) return true;
  const { ErrnoException } = require('internal/system_errors');
  throw new ErrnoException(-3, 'kill');
}

messaging.setHooks({
  signalCame(number) {
    const name = nameOf(number);
    process.emit(name, name, number);
  },
});

function install(target) {
  target.kill = kill;
  target.on('newListener', onNewListener);
  target.on('removeListener', onRemoveListener);
}

module.exports = { install, nameOf, send, signalNumber };
