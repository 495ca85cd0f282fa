#pragma once

#include <jsapi.h>

#include <string>

namespace loopscope::host {

// What the trace calls a callback and where it stands: "load" at "app.js:12". Paths are relative to
// the scenario's folder. Only for recording: none of this runs without a recorder.
struct Description {
  std::string label;
  std::string location;  // empty if it is not the program's own code
};

// A function by its name, "(anonymous)" without one.
Description describe_function(JSContext* cx, JS::HandleObject function);

// The class of an object, by the constructor its prototype names; no label: none.
Description describe_constructor(JSContext* cx, JS::HandleObject object);

// A promise job, by the handler or the async function it goes on with. It reads the reaction record
// that SpiderMonkey keeps in the job function's extended slot (js/src/builtin/Promise.cpp); a job
// of unknown shape is just "promise job".
Description describe_job(JSContext* cx, JS::HandleObject job);

// A value in one line, for the trace and for messages: an error as "TypeError: text", anything else
// as its type. Runs no script: a getter or toString of the program's must not run because we look.
std::string describe_briefly(JSContext* cx, JS::HandleValue value);

// Takes the pending exception of our own start-up code and describes it with its stack.
std::string describe_pending_exception(JSContext* cx);

// Where the program's code is that is running now: the nearest frame outside the built-in modules,
// as "app.js:12:5", or empty.
std::string running_location(JSContext* cx);

// The same, and the variable or property that what is called there is assigned to: "slow" in `const
// slow = new Writable()`; or empty.
struct RunningCall {
  std::string location;
  std::string variable;
};
RunningCall running_call(JSContext* cx);

}  // namespace loopscope::host
