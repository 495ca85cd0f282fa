#pragma once

#include <cstdint>
#include <string>

#include "core/scenario/explore.h"
#include "core/scenario/scenario.h"

namespace loopscope::scenario {

// What a loaded machine may do to a program at any one place, and what a quiet one may.
inline constexpr int64_t kLongestPauseMs = 200;
inline constexpr int64_t kQuietPauseMs = 8;

// All outcomes that real Node may give the scenario on a machine that keeps it from going on for
// `pause_ms` at most at any one place.
Exploration explore_scenario(const Scenario& scenario, const Machine& machine,
                             const RunSettings& settings, const ExploreLimits& limits,
                             int64_t pause_ms);

// As JSON, for whoever draws it; README.md says how it is made up.
std::string to_json(const Exploration& exploration, const Scenario& scenario, int64_t pause_ms);

}  // namespace loopscope::scenario
