#pragma once

#include <string>

#include "core/lesson/history.h"

namespace loopscope::lesson {

// Why an agent's run ended, as a sentence without its full stop: "nothing was left to wait for".
// Empty if the trace does not reach its end.
std::string why_ended(const History& history, AgentId agent);

}  // namespace loopscope::lesson
