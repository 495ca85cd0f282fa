'use strict';

// Ecosystem files: modules that list applications. Source: PM2 documentation "Ecosystem File".

const {
  ArrayIsArray,
  ArrayPrototypePush,
  ObjectKeys,
  RegExpPrototypeExec,
  SafeSet,
} = primordials;
const { unmetered } = internalBinding('meter');

// What names of logs, and of what else real PM2 does, change nothing here.
const kWithoutEffect = new SafeSet([
  'automation', 'combine_logs', 'disable_logs', 'err_file', 'error', 'error_file', 'exec_interpreter', 'ignore_watch',
  'interpreter', 'log', 'log_date_format', 'log_file', 'log_type', 'merge_logs', 'namespace', 'out', 'out_file', 'output',
  'pid', 'pid_file', 'pmx', 'source_map_support', 'time', 'treekill', 'version', 'vizion', 'watch_options',
]);
// Other names of the same.
const kSynonyms = {
  '__proto__': null, 'exec': 'script', 'execMode': 'exec_mode', 'interpreterArgs': 'node_args',
};

function addVariables(pairs, env) {
  if (env === null || typeof env !== 'object') return;
  const names = ObjectKeys(env);
  for (let i = 0; i < names.length; i++) ArrayPrototypePush(pairs, `env:${names[i]}`, `${env[names[i]]}`);
}

function addOption(pairs, name, value) {
  if (value === undefined || value === null || kWithoutEffect.has(name)) return;
  if (name === 'watch' && value === false) return;
  const values = ArrayIsArray(value) ? value : [value];
  for (let i = 0; i < values.length; i++) ArrayPrototypePush(pairs, kSynonyms[name] ?? name, `${values[i]}`);
}

// An application as names and texts in turn.
function pairsOf(app, environment) {
  const pairs = [];
  addOption(pairs, 'exec_mode', app.exec_mode ?? app.execMode);
  const names = ObjectKeys(app);
  for (let i = 0; i < names.length; i++) {
    const name = names[i];
    if (RegExpPrototypeExec(/^env(_|$)|^exec_mode$|^execMode$/, name) === null) addOption(pairs, name, app[name]);
  }
  addVariables(pairs, app.env);
  if (environment !== '') addVariables(pairs, app[`env_${environment}`]);
  if (app.name === undefined && typeof app.script === 'string')
    addOption(pairs, 'name', require('path').parse(app.script).name);
  return pairs;
}

// Its applications, or a text about what is wrong.
function load(file, environment) {
  const path = require('path');
  let config;
  try {
    const { createRequire } = require('module');
    config = createRequire(process.argv[1])(path.resolve(path.dirname(process.argv[1]), file));
  } catch (error) {
    return `${error}`;
  }
  const apps = ArrayIsArray(config) ? config : config?.apps ?? [config];
  const list = [];
  for (let i = 0; i < apps.length; i++) {
    if (apps[i] === null || typeof apps[i] !== 'object') return 'expected apps: [{ name, script, … }]';
    ArrayPrototypePush(list, pairsOf(apps[i], environment));
  }
  return list;
}

module.exports = { load: unmetered(load) };
