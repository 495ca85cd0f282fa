'use strict';

// timers.enroll(), active() and their kin: timers on any object with an _onTimeout, deprecated long ago and
// still there in Node 20. Each such object gets a Timeout of its own that calls it.

const { NumberIsFinite, SafeWeakMap, TypeError } = primordials;
const { codes } = require('internal/errors');
const { deprecate } = require('internal/util');
const { validateNumber } = require('internal/validators');

const kLongest = 2147483647;

function durationOf(msecs) {
  validateNumber(msecs, 'msecs');
  if (msecs < 0 || !NumberIsFinite(msecs))
    throw new codes.ERR_OUT_OF_RANGE('msecs', 'a non-negative finite number', msecs);
  if (msecs <= kLongest) return msecs;
  process.emitWarning(
    `${msecs} does not fit into a 32-bit signed integer.\nTimer duration was truncated to ${kLongest}.`,
    'TimeoutOverflowWarning');
  return kLongest;
}

// `isTimeout` tells Timeouts apart; `release` takes one out of its list.
function legacyFunctions({ isTimeout, release, setTimeout }) {
  const timeouts = new SafeWeakMap();

  function forget(item) {
    const timeout = timeouts.get(item);
    if (timeout === undefined) return;
    release(timeout);
    timeouts.delete(item);
  }

  function fire(item) {
    timeouts.delete(item);
    item._idleNext = item._idlePrev = null;
    if (item._onTimeout) item._onTimeout();
  }

  function start(item, refed) {
    if (isTimeout(item)) {
      item[refed ? 'ref' : 'unref']().refresh();
      return;
    }
    const msecs = item._idleTimeout;
    if (msecs === undefined || msecs < 0) return;
    forget(item);
    const timeout = setTimeout(fire, msecs, item);
    if (!refed) timeout.unref();
    timeouts.set(item, timeout);
    item._idleStart = timeout._idleStart;
    item._idleNext = item._idlePrev = timeout._idleNext;
    item._destroyed = false;
  }

  function enroll(item, msecs) {
    msecs = durationOf(msecs);
    if (typeof item !== 'object' && typeof item !== 'function' || item === null) {
      throw new TypeError(`Cannot create property '_idleNext' on ${typeof item} '${item}'`);
    }
    if (item._idleNext) stop(item);
    item._idleNext = item._idlePrev = item;
    item._idleTimeout = msecs;
  }

  function stop(item) {
    if (isTimeout(item)) release(item);
    else forget(item);
    item._idleNext = item._idlePrev = null;
    item._destroyed = true;
    item._idleTimeout = -1;
  }

  return {
    _unrefActive: deprecate(
      (item) => start(item, false),
      'timers._unrefActive() is deprecated. Please use timeout.refresh() instead.', 'DEP0127'),
    active: deprecate(
      (item) => start(item, true),
      'timers.active() is deprecated. Please use timeout.refresh() instead.', 'DEP0126'),
    enroll: deprecate(
      enroll, 'timers.enroll() is deprecated. Please use setTimeout instead.', 'DEP0095'),
    unenroll: deprecate(
      stop, 'timers.unenroll() is deprecated. Please use clearTimeout instead.', 'DEP0096'),
  };
}

module.exports = { legacyFunctions };
