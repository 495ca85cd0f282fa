#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/trace/task_table.h"
#include "core/trace/trace.h"

namespace loopscope::trace {

// One trace, with what comparing it needs.
struct ComparedTrace {
  explicit ComparedTrace(const Trace& compared);

  const Trace& trace;
  TaskTable tasks;
  std::vector<TaskIndex> ran;                  // tasks in the order they started
  std::vector<uint32_t> iteration_of;          // the loop's turn each of `ran` started in
  std::vector<std::optional<Phase>> phase_of;  // and the phase
};

// Which run of a task in one trace is which in the other: those of equal agent, label and location,
// the first with the first, the second with the second. Numbers of tasks don't matter.
struct TaskMatch {
  static constexpr size_t kNone = SIZE_MAX;

  // A task as programs name it, however often it runs.
  struct Identity {
    size_t runs_before = 0;
    size_t runs_now = 0;
    TaskIndex example_before;
    TaskIndex example_now;
  };

  std::vector<Identity> identities;        // in the order they first ran, before's first
  std::vector<size_t> identity_of_before;  // by position in ran
  std::vector<size_t> identity_of_now;
  std::vector<size_t> now_of_before;  // position in the other's ran, or kNone
  std::vector<size_t> before_of_now;
  std::vector<size_t> moved_code;  // identities whose code stands at another line now
};

TaskMatch match_tasks(const ComparedTrace& before, const ComparedTrace& now);

}  // namespace loopscope::trace
