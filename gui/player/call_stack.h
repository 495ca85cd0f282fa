#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "core/trace/timeline_index.h"

namespace loopscope::gui {

// One of the program's own frames. Views into the trace's strings.
struct StackFrame {
  std::string_view function;
  std::string_view location;
  // Local variables as the last recorded line had them, innermost scope first.
  std::vector<std::pair<std::string_view, std::string_view>> variables;
};

// What executes at a position of a trace: the running task, its frames, and its line.
struct Execution {
  trace::TaskIndex task;           // none between tasks
  std::vector<StackFrame> frames;  // innermost first; only where lines are recorded
  std::string_view location;       // the line execution is at, as well as the trace tells
  bool has_lines = false;          // the task's lines are recorded
};

Execution execution_at(const trace::TimelineIndex& index, const trace::State& state,
                       uint64_t position);

}  // namespace loopscope::gui
