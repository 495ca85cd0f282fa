#pragma once

#include <string>

#include "core/cli/run_options.h"
#include "core/trace/trace.h"

namespace loopscope::cli {

// A trace named on the command line: read from a .jsonl file, or made by running a program. A trace
// cut off at its end is used as far as it goes, with a note on stderr.
scenario::Result<trace::Trace> trace_from(const std::string& path, const RunOptions& options);

}  // namespace loopscope::cli
