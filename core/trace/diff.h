#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/trace/trace.h"

namespace loopscope::trace {

// One thing that differs, as a sentence without a full stop, and where to look at it.
struct Difference {
  enum class About { setup, task, order, console, service, error, limit, exit, time, detail };

  About about{};
  std::string text;
  std::optional<StepIndex> before;
  std::optional<StepIndex> now;
};

// Compares two traces of a program by what they mean: which tasks ran and in which order, what was
// printed, how it ended. Steps, task numbers and times don't count unless nothing else differs:
// then `time` says how virtual time changed, and failing that `detail` names the first other event.
//
// Same traces give no difference. Long lists are cut after a few and counted.
std::vector<Difference> diff_traces(const Trace& before, const Trace& now);

// One line a difference, each beginning with "- ".
std::string text_of(const std::vector<Difference>& differences);

}  // namespace loopscope::trace
