'use strict';

// Source: Node.js documentation "util.debuglog(section[, callback])" and NODE_DEBUG.

const {
  ObjectDefineProperty,
  RegExp,
  RegExpPrototypeExec,
  RegExpPrototypeSymbolReplace,
  StringPrototypeSplit,
  StringPrototypeToUpperCase,
} = primordials;

let wanted;

// NODE_DEBUG is a comma-separated list of section names, with * as a wildcard.
function wantedSections() {
  if (wanted !== undefined) return wanted;
  wanted = [];
  const names = process.env.NODE_DEBUG;
  if (!names) return wanted;
  const list = StringPrototypeSplit(names, ',');
  for (let i = 0; i < list.length; i++) {
    const escaped = RegExpPrototypeSymbolReplace(/[|\\{}()[\]^$+?.]/g, list[i], '\\$&');
    const source = RegExpPrototypeSymbolReplace(/\*/g, escaped, '.*');
    wanted[i] = new RegExp(`^${source}$`, 'i');
  }
  return wanted;
}

function isWanted(section) {
  const list = wantedSections();
  for (let i = 0; i < list.length; i++)
    if (RegExpPrototypeExec(list[i], section) !== null) return true;
  return false;
}

function write(section, args) {
  const { formatWithOptions } = require('internal/util/inspect');
  process.stderr.write(`${section} ${process.pid}: ${formatWithOptions({}, ...args)}\n`);
}

// The first use decides whether the section is on; `callback` then gets the plain function.
function debuglog(section, callback) {
  let chosen;
  let enabled;

  function isEnabled() {
    if (enabled === undefined) {
      section = StringPrototypeToUpperCase(`${section}`);
      enabled = isWanted(section);
    }
    return enabled;
  }

  function choose() {
    if (chosen === undefined) {
      chosen = isEnabled() ? (...args) => write(section, args) : () => {};
      if (typeof callback === 'function') callback(chosen);
    }
    return chosen;
  }

  const logger = (...args) => { choose()(...args); };
  ObjectDefineProperty(logger, 'enabled', {
    __proto__: null,
    configurable: true,
    enumerable: true,
    get() { return isEnabled(); },
  });
  return logger;
}

module.exports = { debuglog };
