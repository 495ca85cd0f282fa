#pragma once

#include <jsapi.h>

#include <cstdint>

namespace loopscope::host {

// What a program holds in memory, in bytes, after a full collection: the same in every run, for it
// depends on nothing but what the program did. Sizes are SpiderMonkey's, which are near V8's.
struct HeapCensus {
  uint64_t heap = 0;           // objects, strings, and the elements and characters they own
  uint64_t array_buffers = 0;  // contents of ArrayBuffers and SharedArrayBuffers
};

// Collects garbage, then counts. False: out of memory.
[[nodiscard]] bool take_heap_census(JSContext* cx, HeapCensus& census);

// Counts only what can be reached, and collects nothing: objects and strings by a model of their
// sizes, not by what the engine uses. False: out of memory.
[[nodiscard]] bool count_reachable(JSContext* cx, HeapCensus& census);

}  // namespace loopscope::host
