#pragma once

#include <iosfwd>

#include "core/trace/trace.h"

namespace loopscope::trace {

// What became of each load generator's requests: counts, how long answers took, and why requests
// failed.
void write_loads(std::ostream& out, const Trace& trace);

}  // namespace loopscope::trace
