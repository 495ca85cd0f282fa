#pragma once

#include <span>
#include <string>
#include <vector>

#include "core/trace/message_table.h"
#include "core/trace/request_table.h"
#include "core/trace/stream_names.h"
#include "core/trace/task_table.h"
#include "core/trace/terminal_text.h"
#include "core/trace/trace.h"

namespace loopscope::trace {

// A line under a task in the readable timeline.
struct TimelineNote {
  std::string text;
  Ink ink = Ink::plain;
  bool is_output = false;  // a line the program printed, not words about it
};

// What notes look names up in.
struct NoteTables {
  const TaskTable& tasks;
  const StreamNames& streams;
  const MessageTable& messages;
  const RequestTable& requests;
  const AgentNames& agents;
};

// What happened at these steps, each in a line or more.
std::vector<TimelineNote> timeline_notes(const Trace& trace, const NoteTables& tables,
                                         std::span<const StepIndex> steps);

}  // namespace loopscope::trace
