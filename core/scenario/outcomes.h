#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "core/scenario/scenario.h"
#include "core/sim/choices.h"

namespace loopscope::scenario {

// One of the outputs real Node may give, and the decisions that lead to it.
struct Outcome {
  std::vector<std::string> lines;  // as lesson::printed_lines
  int exit_code = 0;
  std::vector<sim::Decision> decisions;
};

struct Outcomes {
  std::vector<Outcome> distinct;  // by output; the first is that of seed 0
  trace::Trace first_trace;       // of that one
  size_t runs = 0;
  bool complete = true;  // false: `max_runs` or a limit ended it, and there may be more
};

// Runs the scenario under other decisions where Node leaves something open, those near seed 0's
// first. A latency may be any of millions of nanoseconds; of these its ends, its middle and some in
// between stand for all.
Outcomes enumerate_outcomes(const Scenario& scenario, const Machine& machine,
                            const RunSettings& settings, size_t max_runs);

}  // namespace loopscope::scenario
