#pragma once

#include <jsapi.h>

#include <cstdint>

#include "core/trace/recorder.h"

namespace loopscope::host {

class Agent;

// Records now and then how much memory an agent's program holds. Counts what can be reached, with
// sizes of its own, and collects nothing: the figures depend only on what the program did, and
// looking changes nothing for it. What is there before its first line does not count, so that one
// more built-in global changes no trace.
class MemorySamples {
 public:
  explicit MemorySamples(Agent& agent) : m_agent(agent) {}

  // The program's first line comes next.
  void note_start();
  // The program uses streams or much memory: from now on samples are taken.
  void begin() { m_begun = true; }
  // So many bytes were allocated for an object that is rooted. Much is recorded at once, for it may
  // be gone when the task ends.
  void allocated(uint64_t bytes);
  // Between two tasks: a sample, if it is time.
  void task_ended();

 private:
  void take();
  uint64_t observed(uint64_t bytes);

  Agent& m_agent;
  uint64_t m_heap_at_start = 0;
  bool m_begun = false;
  bool m_was_much = false;
  uint64_t m_allocated = 0;  // since the last sample
  VirtualTime m_next;
  uint64_t m_last_heap = 0;
  uint64_t m_last_external = 0;
};

}  // namespace loopscope::host
