#include "core/lesson/explain.h"

#include "core/lesson/endings.h"
#include "core/lesson/explain_message.h"
#include "core/lesson/history.h"
#include "core/lesson/naming.h"
#include "core/lesson/task_order.h"
#include "core/trace/words.h"

namespace loopscope::lesson {

using trace::Queue;
using trace::TaskIndex;
using trace::TaskLife;

namespace {

// A timer that is later than this was held up by something.
constexpr VirtualTime kLate = VirtualTime::from_ms(1);

std::string_view queue_name(Queue queue) {
  switch (queue) {
    case Queue::main:
      return "main script";
    case Queue::tick:
      return "nextTick queue";
    case Queue::microtask:
      return "promise job queue";
    case Queue::timers:
      return "timers queue";
    case Queue::pending:
      return "pending callbacks";
    case Queue::poll:
      return "poll queue";
    case Queue::check:
      return "check queue";
    case Queue::closing:
      return "close callbacks";
  }
  return "";
}

std::string queue_rule(const History& history, Queue queue) {
  const sim::Semantics& semantics = history.semantics();
  switch (queue) {
    case Queue::main:
      return "The program's own top level. It runs before the event loop begins.";
    case Queue::tick:
      return semantics.drain_between_callbacks
                 ? "What process.nextTick queues: emptied after every callback, before the promise "
                   "jobs."
                 : "What process.nextTick queues: emptied before the promise jobs, when a phase "
                   "has "
                   "run its callbacks.";
    case Queue::microtask:
      return "Promise reactions, continued async functions and queueMicrotask: all of them run "
             "once "
             "the nextTick queue is empty, before the loop goes on.";
    case Queue::timers:
      return semantics.timers_run_last
                 ? "Timers that are due, run in the timers phase: once before the loop's first "
                   "iteration, "
                   "then at the end of each iteration."
                 : "Timers that are due, run in the timers phase, with which each iteration of the "
                   "loop "
                   "begins.";
    case Queue::pending:
      return "Callbacks the system put off to the next iteration of the loop.";
    case Queue::poll:
      return "Callbacks of I/O that is complete, run in the poll phase. With nothing else to do "
             "the "
             "loop sleeps there.";
    case Queue::check:
      return "What setImmediate asked for, run in the check phase, right after poll.";
    case Queue::closing:
      return "Callbacks of handles that are closed, run late in an iteration of the loop.";
  }
  return "";
}

class TaskExplainer {
 public:
  TaskExplainer(const History& history, TaskIndex task)
      : m_history(history), m_index(task), m_task(history.task(task)) {}

  Explanation explain() const {
    Explanation result;
    result.title = "`" + std::string(trace::task_name(m_history.trace(), m_task)) + "` · " +
                   std::string(queue_name(m_task.queue));
    result.queue = queue_rule(m_history, m_task.queue);
    result.scheduled = scheduled();
    if (m_task.cause) result.cause = m_task.cause;
    if (!m_task.started) {
      result.why = why_never();
      return result;
    }
    result.previous = m_history.began_before(*m_task.started);
    result.next = m_history.began_after(*m_task.started);
    result.why = why(result.previous, result.next);
    return result;
  }

 private:
  std::string name(TaskIndex task) const {
    return task_words(m_history.trace(), m_history.tasks(), task);
  }

  // Another task beside "it", also where both have one name.
  std::string name_beside(TaskIndex other) const {
    std::string words = name(other);
    if (words != name(m_index)) return words;
    if (m_history.task(other).cause == m_index) return "its next run";
    if (m_task.cause == other) return "its run before";
    return words.starts_with("the ") ? "another " + words.substr(4) : "another run of " + words;
  }

  std::string scheduled() const {
    const VirtualTime when = m_history.time_of(m_task.enqueued);
    const std::string at_time = " at " + moment_text(m_history.trace(), when);
    const std::string at_place =
        m_task.from ? " (" + place_text(m_history.trace(), m_task.from) + ")" : "";
    if (m_task.queue == Queue::main) return "Node itself starts it," + at_time + ".";
    if (const trace::MessageLife* message = message_of(m_history.index(), m_index))
      return posted(*message);
    std::string text;
    if (is_repetition(m_history.tasks(), m_index))
      text = "It is an interval: it set itself again when it had run," + at_time;
    else if (is_inner_step(m_history.tasks(), m_index))
      text = "The next step of an operation: the step before asked for it," + at_time;
    else if (!m_task.cause)
      text = "A handler of a process event scheduled it" + at_place + at_time;
    else
      text = as_sentence(name(m_task.cause)) + " scheduled it" + at_place + at_time;
    return text + due_words(when) + ".";
  }

  std::string posted(const trace::MessageLife& message) const {
    const auto move = trace::unpack<trace::MessageMove>(m_history.trace().at(message.sent));
    const VirtualTime sent = m_history.time_of(message.sent);
    const VirtualTime way = m_history.time_of(*message.received) - sent;
    return "A message: " + m_history.index().agent_names().of(message.sender) + " posted " +
           message_words(m_history.index(), message) +
           (move.from ? " (" + place_text(m_history.trace(), move.from) + ")" : "") + " at " +
           moment_text(m_history.trace(), sent) + ", and it was taken out here " +
           trace::duration_text(way.ns) + " later.";
  }

  std::string due_words(VirtualTime when) const {
    if (!m_task.due) return "";
    if (m_task.queue == Queue::timers)
      return ", to run " + std::to_string(m_history.timer_delay_ms(m_index)) +
             " ms later: not before " + moment_text(m_history.trace(), *m_task.due);
    return "; it was complete " + trace::duration_text((*m_task.due - when).ns) + " later, at " +
           moment_text(m_history.trace(), *m_task.due);
  }

  std::string why_never() const {
    if (m_task.cancelled) {
      const TaskIndex by = m_history.tasks().running(*m_task.cancelled);
      return "It never ran: " +
             (by ? name(by) + " cancelled it" : std::string("it was cancelled")) + " at " +
             moment_text(m_history.trace(), m_history.time_of(*m_task.cancelled)) + ".";
    }
    const std::string end = why_ended(m_history, m_task.agent);
    return end.empty() ? "It has not run yet." : "It never ran: " + end + ".";
  }

  std::string why(std::optional<TaskIndex> previous, std::optional<TaskIndex> next) const {
    if (m_task.queue == Queue::main) return main_script(next);
    std::string text = "It ran " + place_in_loop(m_history, m_index) + ".";
    std::string reason;
    if (previous) {
      const std::string other = name_beside(*previous);
      reason = why_before(m_history, {*previous, m_index, other, "it"});
      text = "It ran after " + other + ", " + place_in_loop(m_history, m_index) + ". " + reason;
    }
    text += first_of_its_queue(previous) + before_the_drain(previous) + slept() + late();
    if (!m_task.ended) {
      const std::string end = why_ended(m_history, m_task.agent);
      text += end.empty() ? " It is still running." : " It did not run to its end: " + end + ".";
    }
    return text + before_next(next, reason);
  }

  std::string main_script(std::optional<TaskIndex> next) const {
    std::string text =
        "Nothing can run before it or in between: callbacks wait until its last line is done.";
    if (next) text += " Then came " + name(*next) + ".";
    return text;
  }

  std::string before_next(std::optional<TaskIndex> next, const std::string& reason) const {
    if (!next) return " Nothing ran after it.";
    const std::string other = name_beside(*next);
    const std::string after = why_before(m_history, {m_index, *next, "it", other});
    if (after == reason) return " For the same reason " + other + " came after it.";
    return " Then came " + other + ". " + after;
  }

  // Between two callbacks of the loop, or of the two queues, it is not only who scheduled whom.
  std::string first_of_its_queue(std::optional<TaskIndex> previous) const {
    if (!previous) return "";
    const Queue before = m_history.task(*previous).queue;
    if (m_task.queue == Queue::tick) {
      if (before == Queue::microtask)
        return m_task.cause == *previous ? " By then all promise jobs had run." : "";
      return before == Queue::tick ? "" : " Ticks come first, before promise jobs and the loop.";
    }
    if (m_task.queue != Queue::microtask || before == Queue::microtask) return "";
    if (before == Queue::tick)
      return m_task.cause == *previous ? " By then the nextTick queue was empty." : "";
    return " No tick was waiting, so the promise jobs came next, before the loop went on.";
  }

  // After ticks and promise jobs: why the loop went on with just this, after what it did before.
  std::string before_the_drain(std::optional<TaskIndex> previous) const {
    const auto is_drained = [this](TaskIndex task) {
      const Queue queue = m_history.task(task).queue;
      return queue == Queue::tick || queue == Queue::microtask;
    };
    if (!previous || !is_drained(*previous) || is_drained(m_index)) return "";
    std::optional<TaskIndex> host = previous;
    while (host && is_drained(*host)) host = m_history.began_before(*m_history.task(*host).started);
    if (!host || m_history.task(*host).queue == Queue::main) return "";
    const std::string other = name_beside(*host);
    return " Before those came " + other + ". " +
           why_before(m_history, {*host, m_index, other, "it"});
  }

  std::string slept() const {
    const std::optional<VirtualTime> sleep = m_history.sleep_before(m_index);
    if (!sleep) return "";
    std::string until = "until the system was done";
    if (m_task.queue == Queue::timers) until = "until it was due";
    if (message_of(m_history.index(), m_index) != nullptr) until = "until the message came";
    return " Nothing else was to do, so the loop slept for " + trace::duration_text(sleep->ns) +
           ", " + until + ".";
  }

  // What was due or complete long before it ran.
  std::string late() const {
    if (!m_task.due) return "";
    const VirtualTime late = m_history.start_time(m_index) - *m_task.due;
    if (late < kLate) return "";
    const std::optional<History::Blocker> blocker = m_history.blocker(*m_task.due, m_index);
    if (m_history.iteration_at(*m_task.started) <= 1 && (!blocker || blocker->length < kLate))
      return " It was ready before the loop began.";
    std::string text = " It was " + trace::duration_text(late.ns) + " late";
    if (!blocker || blocker->length < kLate) return text + ".";
    text += ", because " + name_beside(blocker->task) + " kept the thread busy";
    if (blocker->length + kLate < late)
      text += " for " + trace::duration_text(blocker->length.ns) + " of that time";
    return text + ".";
  }

  const History& m_history;
  TaskIndex m_index;
  const TaskLife& m_task;
};

}  // namespace

Explanation explain_task(const trace::TimelineIndex& index, TaskIndex task) {
  const History history(index);
  return TaskExplainer(history, task).explain();
}

}  // namespace loopscope::lesson
