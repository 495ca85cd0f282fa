#pragma once

#include <vector>

#include "core/lesson/directives.h"
#include "core/load/plan.h"

namespace loopscope::scenario {

// The load generators that a scenario declares.
std::vector<load::Plan> load_plans(const lesson::Directives& directives);

}  // namespace loopscope::scenario
