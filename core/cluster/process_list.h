#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/trace/trace.h"

namespace loopscope::cluster {

// A process as the manager lists it at a time of a trace.
struct ListedProcess {
  uint32_t id = 0;
  std::string name;
  bool in_cluster = false;
  uint32_t pid = 0;
  AgentId agent;
  std::string status;                  // in PM2's words
  VirtualTime since;                   // it was started
  std::optional<VirtualTime> created;  // it was started first, or by somebody
  uint32_t restarts = 0;
  uint32_t unstable_restarts = 0;
  std::string start_command;
  double cpu_percent = 0;  // of a core, over the second before
  uint64_t memory_bytes = 0;
  VirtualTime loop_delay;  // the longest that a task kept others waiting, over the second before
};

// The manager's list as it was then: by name, then by number. Empty for a run without a manager.
std::vector<ListedProcess> listed_at(const trace::Trace& trace, VirtualTime at);

// The merged logs up to then, of the application of that name or number, or of all ("all").
std::string logs_until(const trace::Trace& trace, VirtualTime at, const std::string& target);

}  // namespace loopscope::cluster
