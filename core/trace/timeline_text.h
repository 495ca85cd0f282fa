#pragma once

#include <cstddef>
#include <ostream>

#include "core/trace/trace.h"

namespace loopscope::trace {

struct TimelineTextOptions {
  bool colour = false;  // ANSI escape sequences
  bool fold = true;     // say repetitions in a line instead of showing each
  size_t columns = 100;
};

// Writes the trace for people to read in a terminal: by iteration and phase of the loop, each task
// with its queue, its code, who scheduled it and what it printed.
void write_timeline(std::ostream& out, const Trace& trace, const TimelineTextOptions& options = {});

}  // namespace loopscope::trace
