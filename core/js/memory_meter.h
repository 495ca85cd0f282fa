#pragma once

#include <jsapi.h>

#include <cstdint>

#include "core/trace/types.h"

namespace loopscope::host {

// How much memory a program takes of the host: the engine's heap and what it has malloc'd. The
// engine's own limit (JSGC_MAX_BYTES) does not count malloc'd array elements and strings, so this
// one is asked as well. A rough figure, for the limit only: it never reaches a trace or a script.
class MemoryMeter {
 public:
  explicit MemoryMeter(JSContext* cx);
  // To be asked at every period of the CPU meter, with what that has counted; looks now and then,
  // for the C library counts what is free by walking it. What comes in between is the MemoryBound's
  // matter.
  bool exceeds(uint64_t limit, VirtualTime cpu_used);

 private:
  uint64_t bytes() const;

  JSContext* m_cx;
  uint64_t m_malloced_before = 0;
  VirtualTime m_looked_at;
};

}  // namespace loopscope::host
