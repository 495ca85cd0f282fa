#pragma once

#include <cstdint>

namespace loopscope::sim {

// A moment as an event loop reckons it: whole milliseconds. Where the order of a run is being
// explored, it also says which reading of the clock it counts from, since another run may read
// another time there.
struct LoopTime {
  int64_t ms = 0;
  uint32_t reading = 0;

  LoopTime() = default;
  LoopTime(int64_t whole_ms, uint32_t counts_from = 0) : ms(whole_ms), reading(counts_from) {}
  LoopTime plus(int64_t duration_ms) const { return {ms + duration_ms, reading}; }
};

}  // namespace loopscope::sim
