'use strict';

// The process manager's program: forks, waits and tells what happens. What is to be done is core/cluster's to decide.

const { SafeMap } = primordials;
const binding = internalBinding('process_manager');
const { fork } = require('child_process');
const cluster = require('cluster');

const timers = new SafeMap();

function environmentOf(pairs) {
  const env = {};
  for (let i = 0; i < pairs.length; i += 2) env[pairs[i]] = pairs[i + 1];
  return env;
}

function folderOf({ script, folder }) {
  const path = require('path');
  return folder === '' ? path.dirname(script) : path.resolve(path.dirname(process.argv[1]), folder);
}

function forkWorker(slot, app) {
  cluster.setupPrimary({ exec: app.script, args: app.args, execArgv: app.nodeArgs, cwd: folderOf(app) });
  const worker = cluster.fork(environmentOf(app.env));
  worker.once('online', () => binding.noteUp(slot));
  worker.once('listening', () => binding.noteListening(slot));
  worker.once('disconnect', () => binding.noteDisconnected(slot));
  return worker;
}

function forkProcess(app) {
  const env = { ...process.env, ...environmentOf(app.env) };
  return fork(app.script, app.args, { cwd: folderOf(app), env, execArgv: app.nodeArgs });
}

// What the manager asks for.
const hands = {
  fork(slot, inCluster, app) {
    const child = inCluster ? forkWorker(slot, app) : forkProcess(app);
    child.on('message', (message) => { if (message === 'ready') binding.noteReady(slot); });
    child.once('exit', (code, signal) => binding.noteExit(slot, code ?? 0, signal ?? ''));
    return (inCluster ? child.process : child).pid;
  },
  setTimer(timer, delay) {
    timers.set(timer, setTimeout(() => {
      timers.delete(timer);
      binding.runTimer(timer);
    }, delay));
  },
  clearTimer(timer) {
    clearTimeout(timers.get(timer));
    timers.delete(timer);
  },
  findScript(script) {
    const { existsSync } = require('fs');
    const path = require('path');
    const file = path.resolve(path.dirname(process.argv[1]), script);
    if (existsSync(file)) return file;
    return existsSync(`${file}.js`) ? `${file}.js` : '';
  },
  load(file, environment) {
    return require('internal/process_manager/ecosystem').load(file, environment);
  },
  quit() {
    process.exit(0);
  },
};

function typeAll() {
  for (let i = 0; ; i++) {
    const delay = binding.delayOf(i);
    if (delay < 0) return;
    if (delay === 0) binding.type(i);
    else setTimeout(() => binding.type(i), delay);
  }
}

function start() {
  binding.begin(hands);
  typeAll();
}

module.exports = { start };
