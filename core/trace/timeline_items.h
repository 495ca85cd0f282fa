#pragma once

#include <cstdint>
#include <vector>

#include "core/trace/task_table.h"
#include "core/trace/trace.h"

namespace loopscope::trace {

// One thing a readable timeline shows, with what belongs to it.
struct TimelineItem {
  enum class Type : uint8_t {
    agent,        // another agent's turn; only where a trace has several
    main,         // the main program begins
    before_loop,  // the loop, before its first iteration
    iteration,
    phase,
    task,
    wait,
    note,  // what happened while no task ran, as in handlers of process events
    exit
  };

  Type type{};
  StepIndex step;
  TaskIndex task;                // for type task
  std::vector<StepIndex> notes;  // console output, errors and the like, in order
  uint32_t key = 0;              // equal for items that look alike but for time and text
};

// What a timeline shows, in order. Phases in which nothing ran are left out, and so are iterations
// in which nothing happened at all.
std::vector<TimelineItem> timeline_items(const Trace& trace, const TaskTable& tasks);

// A stretch of items: to be shown, or to be replaced by a word about it.
struct TimelineStretch {
  size_t begin = 0;
  size_t end = 0;
  // 0: shown. Otherwise hidden: so many rounds of `period` items each, all like the round before.
  size_t hidden_rounds = 0;
  size_t period = 0;
};

// Cuts repetitions out of the middle: of many equal rounds the first two and the last are shown.
std::vector<TimelineStretch> fold_repetitions(const std::vector<TimelineItem>& items);

}  // namespace loopscope::trace
