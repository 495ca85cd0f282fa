#pragma once

#include <cstdint>

#include "core/trace/types.h"

namespace loopscope::host {

class Agent;

// How much memory a process takes that may not take more than so much: looked at when its manager
// does, every 30 s, unless it has done nothing since. Looking collects nothing, so it changes
// nothing.
class MemoryLooks {
 public:
  explicit MemoryLooks(Agent& agent) : m_agent(agent) {}

  // Its first line comes next: what is there does not count.
  void note_start();
  // A task has ended. True: there is to be a look, at `next`.
  bool plan(VirtualTime& next);
  // What process.memoryUsage() would tell. The look is over.
  uint64_t look();

 private:
  Agent& m_agent;
  uint64_t m_heap_at_start = 0;
  bool m_is_planned = false;
};

}  // namespace loopscope::host
