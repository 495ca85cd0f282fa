#include "core/lesson/task_order.h"

#include <array>

#include "core/lesson/naming.h"

namespace loopscope::lesson {

using trace::Phase;
using trace::Queue;
using trace::TaskIndex;
using trace::TaskLife;

namespace {

bool is_drained(Queue queue) {
  return queue == Queue::tick || queue == Queue::microtask;
}

std::string_view phase_words(Phase phase) {
  constexpr std::array<std::string_view, trace::kPhaseCount> kWords = {
      "timers phase", "pending callbacks phase", "idle phase", "poll phase",
      "check phase",  "close callbacks phase"};
  return kWords[static_cast<size_t>(phase)];
}

// The rules, for one pair. Each answers "" where it has nothing to say.
class Order {
 public:
  Order(const History& history, const OrderedTasks& pair)
      : m_history(history),
        m_pair(pair),
        m_a(history.task(pair.first)),
        m_b(history.task(pair.second)) {}

  std::string why() const {
    if (m_a.agent != m_b.agent)
      return A() + " and " + b() + " run on different threads; this one was simply there first.";
    if (m_a.queue == Queue::main)
      return "The main script runs from its first line to its last before any callback does.";
    if (m_b.enqueued > *m_a.started) return not_asked_for_yet();
    std::string text = both_waiting();
    if (!text.empty()) return text;
    return A() + " ran " + place_in_loop(m_history, m_pair.first) + ", " + b() + " " +
           place_in_loop(m_history, m_pair.second) + ".";
  }

 private:
  const std::string& a() const { return m_pair.first_name; }
  const std::string& b() const { return m_pair.second_name; }
  std::string A() const { return as_sentence(a()); }
  std::string B() const { return as_sentence(b()); }
  VirtualTime now() const { return m_history.start_time(m_pair.first); }
  // Where the task was asked for, unless its name says so.
  std::string from_place(const TaskLife& task) const {
    if (!task.from) return "";
    const std::string place = place_text(m_history.trace(), task.from);
    if (task.location && place == place_text(m_history.trace(), task.location)) return "";
    return ", at " + place;
  }

  std::string not_asked_for_yet() const {
    if (m_b.cause == m_pair.first) return asked_for_by_first();
    if (is_repetition(m_history.tasks(), m_pair.second))
      return "An interval is set again only when its callback has run, and " + b() +
             " followed on a run that came later.";
    if (is_inner_step(m_history.tasks(), m_pair.second))
      return "For " + b() +
             " several steps must be complete, and the loop waits for the system at each.";
    if (!m_b.cause) return "When " + a() + " began, " + b() + " had not been scheduled yet.";
    return "When " + a() + " began, " + b() + " was not scheduled yet: " +
           task_words(m_history.trace(), m_history.tasks(), m_b.cause) + " did that later" +
           from_place(m_b) + ".";
  }

  std::string asked_for_by_first() const {
    if (is_repetition(m_history.tasks(), m_pair.second))
      return "An interval is set again only when its callback has run.";
    if (is_inner_step(m_history.tasks(), m_pair.second))
      return "The operation takes several steps, and each step asks for the next.";
    const std::string who =
        a() == "it" ? "It scheduled " + b() + " itself" : A() + " scheduled " + b();
    if (m_b.queue == Queue::tick || m_b.queue == Queue::microtask)
      return who + from_place(m_b) + "; a callback always runs to its end first.";
    return who + from_place(m_b) + ".";
  }

  // When the first began, both were there to be run.
  std::string both_waiting() const {
    if (m_a.queue == m_b.queue) return same_queue();
    if (is_drained(m_a.queue)) return is_drained(m_b.queue) ? two_drains() : drain_goes_first();
    if (is_drained(m_b.queue)) return drain_waits();
    return two_phases();
  }

  std::string same_queue() const {
    switch (m_a.queue) {
      case Queue::tick:
        return first_come("The nextTick queue is served in the order of asking");
      case Queue::microtask:
        return first_come("Promise jobs run in the order in which they were queued");
      case Queue::check:
        return two_immediates();
      case Queue::timers:
        return two_timers();
      case Queue::poll:
        return two_completions();
      case Queue::closing:
        if (m_a.enqueued < m_b.enqueued) return {};
        return "Of handles closed in one iteration the one closed last is called first.";
      default:
        return {};
    }
  }

  std::string first_come(const std::string& rule) const {
    if (m_a.enqueued > m_b.enqueued) return {};
    return rule + ", and " + a() + " came first.";
  }

  std::string two_immediates() const {
    const StepIndex asked = m_b.enqueued;
    if (m_history.phase_at(asked) == Phase::check &&
        m_history.iteration_at(asked) == first_iteration() &&
        m_history.iteration_at(*m_b.started) != first_iteration())
      return B() +
             " was asked for while the loop was running its immediates; such a one waits for "
             "the next iteration.";
    return first_come("Immediates run in the order of asking");
  }

  std::string two_timers() const {
    const int64_t a_delay = m_history.timer_delay_ms(m_pair.first);
    const int64_t b_delay = m_history.timer_delay_ms(m_pair.second);
    const std::string a_due = moment_text(m_history.trace(), m_a.due.value_or(VirtualTime{}));
    const std::string b_due = moment_text(m_history.trace(), m_b.due.value_or(VirtualTime{}));
    if (m_a.due == m_b.due && a_delay == b_delay)
      return "Both were due at " + a_due +
             ". Timers of the same length stand in one list, in the order in which they were set.";
    if (m_a.due < m_b.due)
      return A() + " was due at " + a_due + ", " + b() + " only at " + b_due + ".";
    if (m_a.due == m_b.due)
      return "Both were due at " + a_due + ". Node keeps one list of timers for each length, and " +
             (m_a.enqueued < m_b.enqueued
                  ? a() + " was set first."
                  : "came to that of " + std::to_string(a_delay) + " ms first.");
    return B() + " was due earlier, at " + b_due +
           ", but once Node is at a list of timers it runs all in it that are due: " + a() +
           " stood in the list of " + std::to_string(a_delay) + " ms.";
  }

  std::string two_completions() const {
    const bool same_time = m_a.due == m_b.due;
    if (same_time) return first_come("Both were complete at the same time");
    if (m_a.due > m_b.due) return {};
    if (moment_text(m_history.trace(), *m_a.due) == moment_text(m_history.trace(), *m_b.due))
      return "What " + a() + " waited for was complete a moment earlier.";
    return "What " + a() + " waited for was complete first, at " +
           moment_text(m_history.trace(), *m_a.due) + "; " + b() + " had to wait until " +
           moment_text(m_history.trace(), *m_b.due) +
           ". How long such things take is up to the system.";
  }

  std::string two_drains() const {
    if (m_a.queue == Queue::tick)
      return "Whenever Node serves these two queues it empties the nextTick queue first, then that "
             "of the promise jobs.";
    const std::string rule =
        " Once Node runs promise jobs it runs all of them before it looks at the nextTick queue "
        "again.";
    if (m_b.cause && is_module_body(m_history.trace(), m_history.tasks(), m_b.cause))
      return "The body of an ES module runs as a promise job itself, and asked for " + b() + "." +
             rule;
    if (m_b.cause && m_history.task(m_b.cause).queue == Queue::microtask)
      return B() + " was asked for by a promise job." + rule;
    return rule.substr(1);
  }

  std::string drain_goes_first() const {
    const std::string which =
        m_a.queue == Queue::tick ? "The nextTick queue is" : "The promise jobs are";
    if (m_history.semantics().drain_between_callbacks)
      return which + (m_a.queue == Queue::tick ? " emptied" : " all run") +
             " after each callback, before the loop goes on to the next one.";
    return which + (m_a.queue == Queue::tick ? " emptied" : " all run") +
           " before the loop goes on to what comes next.";
  }

  std::string drain_waits() const {
    if (m_b.cause && m_history.threw(m_b.cause))
      return "An error left " + task_words(m_history.trace(), m_history.tasks(), m_b.cause) +
             ", which had scheduled " + b() +
             ". Ticks and promise jobs then do not run at once: the loop first goes on with " +
             a() + ".";
    if (m_history.semantics().drain_between_callbacks ||
        (m_a.queue != Queue::timers && m_a.queue != Queue::check))
      return {};
    return std::string("Before Node 11 ") +
           (m_a.queue == Queue::timers ? "all timers of a list" : "all immediates") +
           " ran before ticks and promise jobs got their turn; since then they run after each one.";
  }

  std::string two_phases() const {
    if (m_b.queue == Queue::closing && (m_a.queue == Queue::poll || m_a.queue == Queue::check))
      return "Close callbacks come late in an iteration of the loop, after poll and check.";
    if (m_a.queue == Queue::timers && m_b.queue == Queue::check)
      return timer_then_immediate() + open_at_top_level(m_pair.first, m_pair.second);
    if (m_a.queue == Queue::check && m_b.queue == Queue::timers)
      return immediate_then_timer() + open_at_top_level(m_pair.second, m_pair.first);
    if (m_b.due && *m_b.due > now()) return not_ready();
    return by_phase();
  }

  // The second had to wait for its time.
  std::string not_ready() const {
    if (m_b.queue == Queue::timers)
      return B() + " was not due before " + moment_text(m_history.trace(), *m_b.due) + ", and " +
             a() + " was ready at " + moment_text(m_history.trace(), now()) + ".";
    return "What " + b() + " waited for took until " + moment_text(m_history.trace(), *m_b.due) +
           "; " + a() + " was ready at " + moment_text(m_history.trace(), now()) + ".";
  }

  bool timers_last() const { return m_history.semantics().timers_run_last; }
  uint32_t first_iteration() const { return m_history.iteration_at(*m_a.started); }

  std::string timer_then_immediate() const {
    if (first_iteration() == 0)
      return "The loop looks at its timers once before its first iteration, and " + a() +
             " was due by then. Immediates run in the check phase of an iteration.";
    if (timers_last())
      return "The loop was in the timers phase, which ends iteration " +
             std::to_string(first_iteration()) + "; " + b() +
             " had to wait for the check phase of the next iteration.";
    return "In every iteration the timers phase comes before the check phase.";
  }

  std::string immediate_then_timer() const {
    const bool from_poll = m_history.phase_at(m_a.enqueued) == Phase::poll &&
                           m_history.iteration_at(m_a.enqueued) == first_iteration();
    if (from_poll)
      return A() +
             " was asked for in the poll phase, and the check phase comes right after poll, "
             "before any timer.";
    if (m_b.due && *m_b.due > now())
      return B() + " was not due before " + moment_text(m_history.trace(), *m_b.due) +
             "; the check phase came at " + moment_text(m_history.trace(), now()) + ".";
    if (timers_last())
      return "In every iteration of the loop the check phase comes before the timers phase.";
    return B() + " came due when the timers phase of that iteration was over.";
  }

  // A short timer and an immediate, both asked for before the loop began.
  std::string open_at_top_level(TaskIndex timer, TaskIndex immediate) const {
    constexpr int64_t kShort = 2;
    const auto before_loop = [this](TaskIndex task) {
      const StepIndex enqueued = m_history.task(task).enqueued;
      return m_history.iteration_at(enqueued) == 0 && !m_history.phase_at(enqueued);
    };
    const int64_t delay = m_history.timer_delay_ms(timer);
    if (delay > kShort || !before_loop(timer) || !before_loop(immediate)) return {};
    return " Real Node leaves this order open: it depends on whether " +
           std::string(delay == 1 ? "a millisecond has" : "two milliseconds have") +
           " passed when the loop first looks at its timers.";
  }

  std::string by_phase() const {
    const auto phase_of = [](Queue queue) -> std::string {
      if (queue == Queue::timers) return "timers phase";
      if (queue == Queue::poll) return "poll phase";
      if (queue == Queue::check) return "check phase";
      return queue == Queue::closing ? "close callbacks phase" : "pending callbacks phase";
    };
    if (m_a.queue == Queue::timers && first_iteration() == 0)
      return "The loop looks at its timers once before its first iteration, and " + a() +
             " was due by then.";
    if (m_history.iteration_at(*m_b.started) == first_iteration())
      return "In every iteration of the loop the " + phase_of(m_a.queue) + " comes before the " +
             phase_of(m_b.queue) + ".";
    return "In iteration " + std::to_string(first_iteration()) + " the loop was in its " +
           phase_of(m_a.queue) + "; " + b() + " had to wait for the " + phase_of(m_b.queue) +
           " of a later iteration.";
  }

  const History& m_history;
  const OrderedTasks& m_pair;
  const TaskLife& m_a;
  const TaskLife& m_b;
};

}  // namespace

std::string why_before(const History& history, const OrderedTasks& pair) {
  return Order(history, pair).why();
}

std::string place_in_loop(const History& history, TaskIndex task) {
  const StepIndex started = *history.task(task).started;
  const std::optional<Phase> phase = history.phase_at(started);
  const uint32_t iteration = history.iteration_at(started);
  if (history.task(task).queue == Queue::main) return "before the loop began";
  if (!phase)
    return iteration == 0 ? "before the loop began"
                          : "after iteration " + std::to_string(iteration);
  const std::string words = "in the " + std::string(phase_words(*phase));
  return words + (iteration == 0 ? " before the first iteration"
                                 : " of iteration " + std::to_string(iteration));
}

}  // namespace loopscope::lesson
