#pragma once

#include "core/loop/task_log.h"

namespace loopscope::loop {

// Records entering and leaving a phase that has something to do.
class PhaseScope {
 public:
  PhaseScope(TaskLog& log, trace::Phase phase, size_t queued) : m_log(log), m_phase(phase) {
    if (m_log.recording()) m_log.recorder()->phase(m_log.stamp(), phase, queued);
  }
  ~PhaseScope() {
    if (m_log.recording()) m_log.recorder()->phase_end(m_log.stamp(), m_phase);
  }
  PhaseScope(const PhaseScope&) = delete;
  PhaseScope& operator=(const PhaseScope&) = delete;

 private:
  TaskLog& m_log;
  trace::Phase m_phase;
};

}  // namespace loopscope::loop
