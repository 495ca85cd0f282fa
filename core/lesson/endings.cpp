#include "core/lesson/endings.h"

#include "core/trace/words.h"

namespace loopscope::lesson {

using trace::ErrorFate;
using trace::Queue;

namespace {

bool is_fatal(ErrorFate fate) {
  return fate == ErrorFate::uncaught || fate == ErrorFate::unhandled_rejection;
}

struct LastWords {
  bool exited = false;
  std::string error;  // that nobody caught
  std::string limit;
};

LastWords last_words(const History& history, AgentId agent) {
  LastWords words;
  const trace::Trace& trace = history.trace();
  for (const trace::Event& event : trace.events) {
    if (event.agent != agent) continue;
    if (trace::is<trace::Error>(event)) {
      const auto error = trace::unpack<trace::Error>(event);
      if (is_fatal(error.fate)) words.error = trace::first_line(trace.view(error.text));
    } else if (trace::is<trace::LimitReached>(event)) {
      const auto limit = trace::unpack<trace::LimitReached>(event);
      words.limit = std::string(trace::name(limit.limit)) + " (" +
                    std::string(trace::first_line(trace.view(limit.text))) + ")";
    } else if (trace::is<trace::Exit>(event)) {
      words.exited = true;
    }
  }
  return words;
}

struct Waiting {
  size_t refed = 0;
  size_t unrefed = 0;  // timers that do not keep the loop alive
};

Waiting waiting_at_end(const History& history, AgentId agent) {
  Waiting waiting;
  const trace::State state = history.index().state_at(StepIndex{history.index().size()});
  const trace::AgentState* end = state.agent(agent);
  if (end == nullptr) return waiting;
  for (const auto& queue : end->queues) waiting.refed += queue.size();
  for (const trace::TimerState& timer : end->timers) waiting.unrefed += timer.refed ? 0 : 1;
  waiting.refed -= std::min(waiting.refed, waiting.unrefed);
  return waiting;
}

}  // namespace

std::string why_ended(const History& history, AgentId agent) {
  const LastWords words = last_words(history, agent);
  if (!words.limit.empty()) return "a limit ended the run: " + words.limit;
  if (!words.exited) return {};
  if (!words.error.empty()) return "an error that nobody caught ended the process: " + words.error;
  const Waiting waiting = waiting_at_end(history, agent);
  if (waiting.refed != 0)
    return "`process.exit` ended the process while " +
           trace::count_text(waiting.refed, "callback") + (waiting.refed == 1 ? " was" : " were") +
           " still waiting";
  if (waiting.unrefed != 0)
    return "nothing was left to keep the loop alive: " +
           trace::count_text(waiting.unrefed, "timer") + (waiting.unrefed == 1 ? " was" : " were") +
           " unref'd";
  return "nothing was left to wait for: no timer, no immediate, no I/O";
}

}  // namespace loopscope::lesson
