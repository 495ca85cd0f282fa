#pragma once

#include <jsapi.h>

namespace loopscope::host {

// A new global object with the standard built-ins, shared memory and Atomics, and nothing of Node's
// yet. Null: out of memory.
[[nodiscard]] JSObject* new_realm(JSContext* cx);

}  // namespace loopscope::host
