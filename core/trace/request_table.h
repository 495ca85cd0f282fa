#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

#include "core/trace/task_table.h"
#include "core/trace/trace.h"

namespace loopscope::trace {

// One HTTP request's whole life. A step that never came is absent.
struct RequestLife {
  uint32_t number = 0;
  uint32_t connection = 0;
  uint32_t status = 0;
  uint32_t load =
      0;             // the load generator that sent it; 0: a program, or somebody who does not tell
  StringId text;     // "GET /users"
  StringId handler;  // where the handler is written
  AgentId client = kOutside;  // also somebody who does not tell
  AgentId server = kOutside;  // nobody has handled it
  TaskIndex root;             // the task in which it was handled: the first of its tasks
  std::optional<StepIndex> sent;
  std::optional<StepIndex> arrived;
  std::optional<StepIndex> handled;
  std::optional<StepIndex> head;
  std::optional<StepIndex> finished;
  std::optional<StepIndex> received;
  std::optional<StepIndex> failed;
};

// All requests of a trace, in the order in which they are first heard of, and whose tasks are
// whose: those that come of a request's handler, through whatever agents they come. Tasks are
// followed by their causes. So what runs because another request settled a promise (two that share
// one query) counts for that other one, until the head of a response says whose it is.
class RequestTable {
 public:
  // Takes in the events that came since the last call; the tasks must have been.
  void extend(const Trace& trace, const TaskTable& tasks);

  std::span<const RequestLife> requests() const { return m_requests; }
  // Null: no such request.
  const RequestLife* find(uint32_t number) const;
  // The number of the request the task works for, the last if of several; 0: none.
  uint32_t request_of(TaskIndex task) const;

 private:
  RequestLife& life_of(uint32_t number);
  void take_in(const Event& event, StepIndex step, TaskIndex running);
  void inherit(TaskIndex task, const TaskTable& tasks, TaskIndex running);
  void work_for(TaskIndex task, uint32_t number);

  std::vector<RequestLife> m_requests;
  std::unordered_map<uint32_t, size_t> m_by_number;
  std::vector<uint32_t> m_by_task;
  uint64_t m_seen = 0;
};

}  // namespace loopscope::trace
