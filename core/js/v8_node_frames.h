#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/js/v8_errors.h"

// What Node 20.20.2's own frames look like in a stack. Ours have other names and places, so each of
// ours that Node would show has an entry here; the rest of ours is hidden.
namespace loopscope::host {

// One line after "    at ". `{}` stands for the type of the object it was called on. `{as}` marks a
// function that modules have under other names than its own: "Object.own [as other]".
struct NodeFrame {
  std::string_view file;      // ours
  std::string_view function;  // ours, as the engine names it; "" matches any
  std::vector<std::string_view> shown;
  // What a function of the program's that it calls is called on: "" nothing, "{}" the same object.
  std::string_view receiver;
  std::string_view method;      // and under which name
  std::string_view calls = "";  // only while it calls that function of ours
};

// `calls`: what our function is calling. Null: hidden.
const NodeFrame* find_node_frame(std::string_view file, std::string_view function,
                                 std::string_view calls = "");

// Those of streams, a part of all.
std::span<const NodeFrame> stream_frames();

// A line as it is in a worker, where V8 knows the module loader's functions by other names.
std::string name_in_worker(std::string_view shown);

// The frames below what the host calls directly. `after_ticks`: promise jobs that Node runs after
// ticks.
std::vector<std::string_view> entry_frames(EntryFrames entry, bool after_ticks);

// Calls of the language's built-ins that appear in V8's stacks when they call back: "Array.map" for
// `x.map(f)` if `x` gives no hint. Empty: not one of them.
std::string_view builtin_frame(std::string_view method);
// The same for those that may throw themselves, and for global functions.
std::string_view throwing_builtin_frame(std::string_view method);
bool is_throwing_function(std::string_view name);
// `new X(f)`: whether X is a built-in that calls f.
bool is_builtin_constructor(std::string_view name);

}  // namespace loopscope::host
