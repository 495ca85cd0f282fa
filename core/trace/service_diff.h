#pragma once

#include <vector>

#include "core/trace/diff.h"

namespace loopscope::trace {

// What became of requests and load generators of the same number, where it differs.
void diff_services(const Trace& before, const Trace& now, std::vector<Difference>& out);

}  // namespace loopscope::trace
