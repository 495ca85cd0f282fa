#include "gui/player/call_stack.h"

#include <algorithm>

#include "gui/player/breakpoints.h"

namespace loopscope::gui {
namespace {

using trace::Event;
using trace::Trace;

// "name = value" lines.
std::vector<std::pair<std::string_view, std::string_view>> variables_from(std::string_view text) {
  std::vector<std::pair<std::string_view, std::string_view>> variables;
  while (!text.empty()) {
    const size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    const size_t equals = line.find(" = ");
    if (equals != std::string_view::npos)
      variables.emplace_back(line.substr(0, equals), line.substr(equals + 3));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return variables;
}

void apply_line(const Trace& trace, const trace::Line& line,
                std::vector<StackFrame>& outermost_first) {
  if (line.depth == 0) return;
  outermost_first.resize(line.depth);
  outermost_first.back() = {trace.view(line.function), trace.view(line.location),
                            variables_from(trace.view(line.variables))};
}

trace::TaskIndex running_task(const trace::State& state, AgentId agent) {
  const trace::AgentState* found = state.agent(agent);
  return found != nullptr && !found->running.empty() ? found->running.back() : trace::TaskIndex{};
}

}  // namespace

Execution execution_at(const trace::TimelineIndex& index, const trace::State& state,
                       uint64_t position) {
  Execution execution;
  if (position == 0) return execution;
  const Trace& trace = index.trace();
  execution.task = running_task(state, trace.events[position - 1].agent);
  if (!execution.task) return execution;
  const trace::TaskLife& task = index.tasks().at(execution.task);
  execution.location = trace.view(task.location);
  const uint64_t start = task.started ? task.started->value : position - 1;
  for (uint64_t step = start; step < position; ++step) {
    const Event& event = trace.events[step];
    if (event.task != task.id || event.agent != task.agent) continue;
    if (trace::is<trace::Line>(event)) {
      execution.has_lines = true;
      apply_line(trace, trace::unpack<trace::Line>(event), execution.frames);
      execution.location = trace.view(trace::unpack<trace::Line>(event).location);
    } else if (trace::is<trace::Return>(event)) {
      const auto left = trace::unpack<trace::Return>(event);
      if (left.depth <= execution.frames.size() && left.depth > 1)
        execution.frames.resize(left.depth - 1);
      if (!execution.frames.empty()) execution.location = execution.frames.back().location;
    } else if (const trace::StringId at = execution_location(event, task.location);
               at && !execution.has_lines) {
      execution.location = trace.view(at);
    }
  }
  std::reverse(execution.frames.begin(), execution.frames.end());
  return execution;
}

}  // namespace loopscope::gui
