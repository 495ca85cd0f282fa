#pragma once

#include <optional>
#include <string>

#include "core/trace/timeline_index.h"

namespace loopscope::lesson {

// "Why did this run now?", answered from the trace alone: by rules about queues, phases, drains,
// due times and causes, never by knowing a scenario. The trace's header says which Node's rules.
struct Explanation {
  std::string title;      // "`timeout` · timers queue"
  std::string queue;      // which queue that is and when it is served
  std::string scheduled;  // who scheduled it, where and when
  std::string why;        // why it ran after what ran before it, and before what came next
  std::optional<trace::TaskIndex> cause;
  std::optional<trace::TaskIndex> previous;
  std::optional<trace::TaskIndex> next;
};

// Also for a task that never ran: `why` then says why not.
Explanation explain_task(const trace::TimelineIndex& index, trace::TaskIndex task);

// Why a printed line came when it did. `step` is a console event.
Explanation explain_console(const trace::TimelineIndex& index, StepIndex step);

// Why the console event `first` came before the console event `second`. The other way round, if it
// did not.
std::string explain_pair(const trace::TimelineIndex& index, StepIndex first, StepIndex second);

// What the loop waits for at that step, what it does instead of waiting, or why it has ended.
std::string explain_wait(const trace::TimelineIndex& index, StepIndex step);

}  // namespace loopscope::lesson
