#pragma once

#include <cstdint>
#include <set>

namespace loopscope::host {

// Which tasks' lines to record.
struct LineRequest {
  bool all = false;
  std::set<uint32_t> tasks;  // by number

  bool any() const { return all || !tasks.empty(); }
  bool wants(uint32_t task) const { return all || tasks.contains(task); }
};

}  // namespace loopscope::host
