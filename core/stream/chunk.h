#pragma once

#include <cstdint>

#include "core/stream/value.h"

namespace loopscope::stream {

// A piece of data, or in object mode one object. `length` is in bytes, in characters of a decoded
// text, or 1 in object mode. `number` names it in the trace; 0 if it has none yet, or nothing is
// recorded. `made_of` is the number of what it was cut from or begins with, if it was.
struct Chunk {
  Value value;
  int64_t length = 0;
  uint64_t number = 0;
  uint64_t made_of = 0;
};

// What write() was given.
struct Write {
  Chunk chunk;
  Value encoding;
  Value callback;  // empty: none
};

}  // namespace loopscope::stream
