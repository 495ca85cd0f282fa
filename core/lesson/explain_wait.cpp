#include <string>

#include "core/lesson/endings.h"
#include "core/lesson/explain.h"
#include "core/lesson/history.h"
#include "core/lesson/naming.h"
#include "core/trace/words.h"

namespace loopscope::lesson {

using trace::AgentState;
using trace::Queue;
using trace::TaskIndex;

namespace {

constexpr VirtualTime kMillisecond = VirtualTime::from_ms(1);

// The task that is due when a wait ends: timers are due at whole milliseconds.
std::optional<TaskIndex> awaited(const AgentState& agent, VirtualTime until) {
  for (const Queue queue : {Queue::poll, Queue::timers}) {
    for (const trace::PendingTask& task : agent.queue(queue)) {
      if (!task.due) continue;
      if (*task.due > until) break;
      if (*task.due + kMillisecond > until) return task.task;
    }
  }
  return std::nullopt;
}

std::string waiting_words(const History& history, const AgentState& agent,
                          const trace::WaitState& wait) {
  if (!wait.until)
    return "The loop sleeps until something happens: it waits for " +
           (wait.what ? std::string(history.trace().view(wait.what)) : "an event") + ".";
  const std::string until = moment_text(history.trace(), *wait.until);
  const std::optional<TaskIndex> task = awaited(agent, *wait.until);
  if (!task) return "The loop sleeps until " + until + ".";
  const std::string name = task_words(history.trace(), history.tasks(), *task);
  if (history.task(*task).queue == Queue::timers)
    return "The loop sleeps in its poll phase until " + until + ": then " + name +
           " is due, and nothing else is to be done before.";
  return "The loop sleeps in its poll phase until " + until + ": then what " + name +
         " waits for is complete, and nothing else is to be done before.";
}

std::string phase_words(const AgentState& agent) {
  if (agent.draining) {
    const size_t waiting = agent.queue(*agent.draining).size();
    return std::string("The loop does not wait: ") +
           (*agent.draining == Queue::tick ? "the nextTick queue" : "the promise job queue") +
           " is being emptied, " + trace::count_text(waiting, "callback") + " to go.";
  }
  if (agent.phase)
    return "The loop does not wait: it is in its " + std::string(trace::name(*agent.phase)) +
           " phase.";
  if (agent.iteration == 0) return "The loop has not begun its first iteration.";
  return "The loop does not wait: it is on its way to the next phase.";
}

}  // namespace

std::string explain_wait(const trace::TimelineIndex& index, StepIndex step) {
  if (index.size() == 0) return "Nothing has happened yet.";
  const History history(index);
  const StepIndex last{index.size() - 1};
  const StepIndex shown = step < last ? step : last;
  const AgentId agent_id = index.trace().at(shown).agent;
  // A wait and an exit are true as soon as they stand there.
  const trace::Event& event = index.trace().at(shown);
  const bool at_once = trace::is<trace::Wait>(event) || trace::is<trace::Exit>(event) ||
                       trace::is<trace::LimitReached>(event);
  const StepIndex seen = at_once && shown == step ? StepIndex{step.value + 1}
                                                  : std::min(step, StepIndex{index.size()});
  const trace::State state = index.state_at(seen);
  const AgentState* agent = state.agent(agent_id);
  if (agent == nullptr) return "The program has not begun.";
  if (agent->exit_code)
    return "The program has ended with exit code " + std::to_string(*agent->exit_code) +
           ", because " + why_ended(history, agent_id) + ".";
  if (agent->limit) return as_sentence(why_ended(history, agent_id)) + ".";
  if (!agent->running.empty())
    return "The loop does not wait: " +
           task_words(index.trace(), index.tasks(), agent->running.back()) +
           " is running, and nothing else can until it ends.";
  if (agent->wait) return waiting_words(history, *agent, *agent->wait);
  return phase_words(*agent);
}

}  // namespace loopscope::lesson
