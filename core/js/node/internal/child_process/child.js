'use strict';

// ChildProcess: a process as its parent sees it. Source: Node.js documentation "Class: ChildProcess".

const {
  FunctionPrototypeCall,
  ObjectSetPrototypeOf,
  SafeMap,
  SymbolDispose,
} = primordials;
const EventEmitter = require('events');
const binding = internalBinding('child_process');
const messaging = internalBinding('messaging');
const { newPort, setUpChannel } = require('internal/child_process/channel');

const children = new SafeMap();  // by pid

function ChildProcess() {
  FunctionPrototypeCall(EventEmitter, this);
  this._closesNeeded = 1;
  this._closesGot = 0;
  this.connected = false;
  this.signalCode = null;
  this.exitCode = null;
  this.killed = false;
  this.spawnfile = null;
  this._handle = null;
}
ObjectSetPrototypeOf(ChildProcess.prototype, EventEmitter.prototype);
ObjectSetPrototypeOf(ChildProcess, EventEmitter);

// Starts what normalized options ask for: { script, cwd, args, execArgv, env, spawnargs, stdio, isAdvanced }.
ChildProcess.prototype._fork = function(options) {
  const port = newPort();
  const { pid, agent, pipes } = binding.fork({ ...options, outputs: [options.stdio[1], options.stdio[2]] }, port);
  this._handle = { pid, agent };
  this.pid = pid;
  this.spawnfile = process.execPath;
  this.spawnargs = options.spawnargs;
  children.set(pid, this);
  openStdio(this, options.stdio, pipes);
  this._closesNeeded++;
  setUpChannel(this, port, { isAdvanced: options.isAdvanced, onEnd: () => maybeClose(this) });
  messaging.setRef(port, true);
  process.nextTick(() => this.emit('spawn'));
};

function openStdio(child, kinds, pipes) {
  child.stdin = kinds[0] === 'pipe' ? sink() : null;
  child.stdout = pipes[0] === 0 ? null : readerOf(child, pipes[0]);
  child.stderr = pipes[1] === 0 ? null : readerOf(child, pipes[1]);
  child.stdio = [child.stdin, child.stdout, child.stderr];
  for (let i = 3; i < kinds.length; i++) child.stdio[i] = null;
}

// Standard input of a forked process is read by nobody.
function sink() {
  const { Writable } = require('stream');
  return new Writable({ write(chunk, encoding, callback) { callback(); } });
}

function readerOf(child, id) {
  const { Socket } = require('net');
  const { Pipe } = require('internal/net/handle');
  const socket = new Socket({ handle: new Pipe(id), readable: true, writable: false });
  child._closesNeeded++;
  socket.on('close', () => maybeClose(child));
  return socket;
}

function maybeClose(child) {
  if (++child._closesGot === child._closesNeeded) child.emit('close', child.exitCode, child.signalCode);
}

function flush(stream) {
  if (stream !== null && stream.readable && !stream._readableState.readableListening) stream.resume();
}

ChildProcess.prototype._ended = function(exitCode, signal) {
  if (signal !== 0) this.signalCode = require('internal/process/signals').nameOf(signal);
  else this.exitCode = exitCode;
  this.stdin?.destroy();
  this._handle = null;
  this.emit('exit', this.exitCode, this.signalCode);
  process.nextTick(() => {
    flush(this.stdout);
    flush(this.stderr);
  });
  maybeClose(this);
};

ChildProcess.prototype.kill = function(signal) {
  const { send, signalNumber } = require('internal/process/signals');
  const number = signal === 0 ? 0 : signalNumber(signal === undefined ? 'SIGTERM' : signal);
  if (this._handle === null || !send(this.pid, number)) return false;
  this.killed = true;
  return true;
};

if (SymbolDispose) ChildProcess.prototype[SymbolDispose] = function() { if (!this.killed) this.kill(); };

ChildProcess.prototype.ref = function() {
  if (this._handle !== null) binding.setRef(this.pid, true);
};

ChildProcess.prototype.unref = function() {
  if (this._handle !== null) binding.setRef(this.pid, false);
};

messaging.setHooks({
  childEnded(pid, exitCode, signal) {
    const child = children.get(pid);
    if (child === undefined) return;
    children.delete(pid);
    child._ended(exitCode, signal);
  },
});

module.exports = { ChildProcess };
