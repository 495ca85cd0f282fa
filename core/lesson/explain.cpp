#include "core/lesson/explain.h"

#include "core/lesson/endings.h"
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
                   "turn, "
                   "then at the end of each turn."
                 : "Timers that are due, run in the timers phase, with which each turn of the loop "
                   "begins.";
    case Queue::pending:
      return "Callbacks the system put off to the next turn of the loop.";
    case Queue::poll:
      return "Callbacks of I/O that is complete, run in the poll phase. With nothing else to do "
             "the "
             "loop sleeps there.";
    case Queue::check:
      return "What setImmediate asked for, run in the check phase, right after poll.";
    case Queue::closing:
      return "Callbacks of handles that are closed, run late in a turn of the loop.";
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

  std::string scheduled() const {
    const VirtualTime when = m_history.time_of(m_task.enqueued);
    const std::string at_time = " at " + moment_text(when);
    const std::string at_place =
        m_task.from ? " (" + place_text(m_history.trace(), m_task.from) + ")" : "";
    if (m_task.queue == Queue::main) return "Node itself starts it," + at_time + ".";
    std::string text;
    if (is_repetition(m_history.trace(), m_history.tasks(), m_index))
      text = "It is an interval: it set itself again when it had run," + at_time;
    else if (is_inner_step(m_history.tasks(), m_index))
      text = "The next step of an operation: the step before asked for it," + at_time;
    else if (!m_task.cause)
      text = "A handler of a process event scheduled it" + at_place + at_time;
    else
      text = as_sentence(name(m_task.cause)) + " scheduled it" + at_place + at_time;
    return text + due_words(when) + ".";
  }

  std::string due_words(VirtualTime when) const {
    if (!m_task.due) return "";
    if (m_task.queue == Queue::timers)
      return ", to run " + std::to_string(m_history.timer_delay_ms(m_index)) +
             " ms later: not before " + moment_text(*m_task.due);
    return "; it was complete " + trace::duration_text((*m_task.due - when).ns) + " later, at " +
           moment_text(*m_task.due);
  }

  std::string why_never() const {
    if (m_task.cancelled) {
      const TaskIndex by = m_history.tasks().running(*m_task.cancelled);
      return "It never ran: " +
             (by ? name(by) + " cancelled it" : std::string("it was cancelled")) + " at " +
             moment_text(m_history.time_of(*m_task.cancelled)) + ".";
    }
    const std::string end = why_ended(m_history, m_task.agent);
    return end.empty() ? "It has not run yet." : "It never ran: " + end + ".";
  }

  std::string why(std::optional<TaskIndex> previous, std::optional<TaskIndex> next) const {
    if (m_task.queue == Queue::main) return main_script(next);
    std::string text = "It ran " + place_in_loop(m_history, m_index) + ".";
    std::string reason;
    if (previous) {
      const std::string other =
          name(*previous) == name(m_index) ? "its run before" : name(*previous);
      reason = why_before(m_history, {*previous, m_index, other, "it"});
      text = "It ran after " + other + ", " + place_in_loop(m_history, m_index) + ". " + reason;
    }
    text += slept() + late();
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
    const std::string other = name(*next) == name(m_index) ? "its next run" : name(*next);
    const std::string after = why_before(m_history, {m_index, *next, "it", other});
    if (after == reason) return " For the same reason " + other + " came after it.";
    return " Then came " + other + ". " + after;
  }

  std::string slept() const {
    const std::optional<VirtualTime> sleep = m_history.sleep_before(m_index);
    if (!sleep) return "";
    const std::string until =
        m_task.queue == Queue::timers ? "until it was due" : "until that was complete";
    return " Nothing else was to do, so the loop slept for " + trace::duration_text(sleep->ns) +
           ", " + until + ".";
  }

  // What was due or complete long before it ran.
  std::string late() const {
    if (!m_task.due) return "";
    const VirtualTime late = m_history.start_time(m_index) - *m_task.due;
    if (late < kLate) return "";
    const std::optional<History::Blocker> blocker = m_history.blocker(*m_task.due, m_index);
    std::string text = " It was " + trace::duration_text(late.ns) + " late";
    if (blocker && blocker->length >= kLate)
      text += ", for " + name(blocker->task) + " used the thread for " +
              trace::duration_text(blocker->length.ns) + " of that";
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
