#pragma once

#include <jsapi.h>

#include <string>

#include "core/sim/semantics.h"

// Errors as V8 shows them to Node's programs: texts, properties of error objects, stacks, and the
// report of what nobody caught. The one header of it for the rest of the host.
namespace loopscope::host {

// Gives this realm's errors V8's form. Call it once a realm, in it, before any script of the
// program or of Node's API runs. False: an exception is pending.
[[nodiscard]] bool install_v8_errors(JSContext* cx, JS::HandleObject global);

// Which of Node's own frames lie below the program's on the stack, decided by what calls it.
enum class EntryFrames : uint8_t {
  none,          // nothing: a promise job of an async function
  module,        // the main CommonJS module
  esm,           // an ES module's evaluation
  timer,         // timers phase
  immediate,     // check phase
  tick,          // a process.nextTick callback
  microtask,     // queueMicrotask
  promise_job,   // then(), await
  before_exit,   // 'beforeExit' and 'exit' listeners
  poll_callback  // completion of an operation
};

// Says what calls the program from now on; returns what did before, to be put back afterwards.
EntryFrames set_entry_frames(JSContext* cx, EntryFrames entry);

// Where to look for the callback that runs: if it is a promise job, errors tell who awaits its
// outcome. Not owned.
void set_running_callback(JSContext* cx, const JS::PersistentRootedObject* callback);

// What was thrown last is thrown again by Node's own code: where it was thrown first no longer
// counts, only where it was made.
void forget_throw_place(JSContext* cx);

// A new Error, made where the program is now. False: an exception is pending.
[[nodiscard]] bool new_error(JSContext* cx, JS::HandleString message,
                             JS::MutableHandleObject error);

// Puts the line where the pending error was thrown before its stack, as Node's vm module does.
void show_line_in_stack(JSContext* cx);

// What `node` writes to stderr when it dies of `error` (with the final newline). `from_promise`: it
// is the reason of a promise nobody handled. Runs the error's getters and inspect hooks, as Node
// does; leaves no exception pending.
std::string describe_uncaught(JSContext* cx, JS::HandleValue error, bool from_promise,
                              const sim::Semantics& semantics);

}  // namespace loopscope::host
