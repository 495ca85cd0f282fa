#pragma once

#include <ostream>

#include "core/trace/trace.h"

namespace loopscope::trace {

// Writes the trace in the Trace Event Format (JSON Object Format), which chrome://tracing and
// ui.perfetto.dev open: an agent is a thread; iterations, phases and tasks are nested slices; an
// arrow leads from the line that scheduled a task to its run; queue lengths are counters.
void write_chrome_trace(std::ostream& out, const Trace& trace);

}  // namespace loopscope::trace
