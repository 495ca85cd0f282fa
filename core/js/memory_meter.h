#pragma once

#include <jsapi.h>

#include <cstdint>

namespace loopscope::host {

// How much memory a program takes of the host: the engine's heap and what it has malloc'd. The
// engine's own limit (JSGC_MAX_BYTES) does not count malloc'd array elements and strings, so this
// one is asked as well. A rough figure, for the limit only: it never reaches a trace or a script.
class MemoryMeter {
 public:
  explicit MemoryMeter(JSContext* cx);
  uint64_t bytes() const;

 private:
  JSContext* m_cx;
  uint64_t m_malloced_before = 0;
};

}  // namespace loopscope::host
