'use strict';

// Where an unhandled 'error' event was emitted: added to the stack of an error only if it ends the
// process. Source: stderr of node v20.20.2.

const {
  ArrayPrototypeIndexOf,
  ArrayPrototypeJoin,
  ArrayPrototypeSlice,
  ArrayPrototypeSplice,
  Error,
  MathMin,
  SafeWeakMap,
  StringPrototypeSplit,
} = primordials;

const kFewestToHide = 4;
const placesOf = new SafeWeakMap();

// `emit`: the function whose frame, and those called by it, are left out.
function remember(error, emitter, emit) {
  if (typeof Error.captureStackTrace !== 'function') return;
  const place = {};
  Error.captureStackTrace(place, emit);
  placesOf.set(error, { __proto__: null, place, emitter });
}

function framesOf(stack) {
  return ArrayPrototypeSlice(StringPrototypeSplit(stack, '\n'), 1);
}

// The first run of frames that stands in both lists: all but its ends need not be shown again.
function hideCommonFrames(frames, others) {
  for (let start = 0; start < frames.length - kFewestToHide + 1; start++) {
    const found = ArrayPrototypeIndexOf(others, frames[start]);
    if (found === -1) continue;
    const most = MathMin(frames.length - start, others.length - found);
    let length = 1;
    while (length < most && frames[start + length] === others[found + length]) length++;
    if (length < kFewestToHide) continue;
    ArrayPrototypeSplice(frames, start + 1, length - 2, '    [... lines matching original stack trace ...]');
    return;
  }
}

// Called for an error that ends the process.
function explain(error) {
  if (typeof error !== 'object' || error === null) return;
  const known = placesOf.get(error);
  if (known === undefined) return;
  const { name } = known.emitter.constructor;
  const who = name === 'EventEmitter' ? '' : ` on ${name} instance`;
  try {
    const frames = framesOf(known.place.stack);
    hideCommonFrames(frames, framesOf(error.stack));
    error.stack = `${error.stack}\nEmitted 'error' event${who} at:\n${ArrayPrototypeJoin(frames, '\n')}`;
  } catch {
    // A stack that cannot be changed stays as it is.
  }
}

module.exports = { explain, remember };
