#pragma once

#include <cstdint>

#include "core/trace/recorder.h"
#include "core/trace/types.h"

namespace loopscope::loop {

// One callback waiting in a queue. The slot is the host's reference to what is to be called; the
// loop only carries it. Every task that enters a queue leaves it by Port::run or Port::discard.
struct Task {
  TaskId id;
  uint32_t slot = 0;
};

using Queue = trace::Queue;

}  // namespace loopscope::loop
