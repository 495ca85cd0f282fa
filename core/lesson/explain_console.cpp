#include <string>

#include "core/lesson/endings.h"
#include "core/lesson/explain.h"
#include "core/lesson/history.h"
#include "core/lesson/naming.h"
#include "core/lesson/task_order.h"

namespace loopscope::lesson {

using trace::Queue;
using trace::TaskIndex;

namespace {

// What printed a line: a task, or Node itself between tasks, as when it calls handlers of process
// events.
enum class Printer { task, rejection, error_report, before_exit, exit, node };

bool begins_something(const trace::Event& event) {
  return trace::is<trace::Start>(event) || trace::is<trace::Iteration>(event) ||
         trace::is<trace::PhaseEnter>(event) || trace::is<trace::Exit>(event);
}

// What the same agent did between tasks right before a step.
Printer printer_by_past(const History& history, StepIndex step) {
  for (StepIndex at = step; at.value > 0;) {
    --at.value;
    const trace::Event& event = history.trace().at(at);
    if (event.agent != history.trace().at(step).agent) continue;
    if (trace::is<trace::Promise>(event)) return Printer::rejection;
    if (trace::is<trace::Error>(event)) {
      const auto fate = trace::unpack<trace::Error>(event).fate;
      return fate == trace::ErrorFate::uncaught || fate == trace::ErrorFate::unhandled_rejection
                 ? Printer::error_report
                 : Printer::rejection;
    }
    if (begins_something(event) || trace::is<trace::End>(event)) break;
  }
  return Printer::node;
}

Printer printer_of(const History& history, StepIndex step) {
  if (history.tasks().running(step)) return Printer::task;
  const Printer past = printer_by_past(history, step);
  if (past != Printer::node) return past;
  for (StepIndex at{step.value + 1}; at.value < history.trace().size(); ++at.value) {
    const trace::Event& event = history.trace().at(at);
    if (event.agent != history.trace().at(step).agent) continue;
    if (trace::is<trace::Exit>(event)) return Printer::exit;
    if (begins_something(event)) return Printer::before_exit;
  }
  return Printer::node;
}

std::string printer_words(const History& history, StepIndex step) {
  switch (printer_of(history, step)) {
    case Printer::task:
      return task_words(history.trace(), history.tasks(), history.tasks().running(step));
    case Printer::rejection:
      return "a handler for rejected promises";
    case Printer::error_report:
      return "Node's report of the error that ended the process";
    case Printer::before_exit:
      return "a 'beforeExit' handler";
    case Printer::exit:
      return "a handler for the end of the program";
    case Printer::node:
      return "Node itself";
  }
  return "";
}

std::string event_rule(Printer printer) {
  switch (printer) {
    case Printer::rejection:
      return "Node looks for rejected promises that nobody handles whenever the nextTick queue and "
             "the promise jobs are done, before the loop goes on. It then calls the process's "
             "handlers for them.";
    case Printer::error_report:
      return "An error that nobody catches ends the process at once; what was still waiting never "
             "runs.";
    case Printer::before_exit:
      return "When the loop has nothing left to wait for, Node calls the 'beforeExit' handlers; "
             "what "
             "they schedule keeps the loop going.";
    case Printer::exit:
      return "When nothing is left to wait for, Node calls the handlers of 'beforeExit', and last "
             "of "
             "all those of 'exit'.";
    default:
      return "It was written between two callbacks.";
  }
}

std::string line_of(const trace::Trace& trace, StepIndex step) {
  return quoted(trace.view(trace::unpack<trace::Console>(trace.at(step)).text));
}

// Sentences need names that differ.
OrderedTasks named_pair(const History& history, TaskIndex first, TaskIndex second) {
  OrderedTasks pair{first, second, task_words(history.trace(), history.tasks(), first),
                    task_words(history.trace(), history.tasks(), second)};
  if (pair.first_name == pair.second_name) {
    const std::string name = pair.first_name;
    const std::string what = name.starts_with("the ") ? name.substr(4) : "call of " + name;
    pair.first_name = "the earlier " + what;
    pair.second_name = "the later " + what;
  }
  return pair;
}

std::string why_printers(const History& history, StepIndex first, StepIndex second) {
  const Printer a = printer_of(history, first);
  const Printer b = printer_of(history, second);
  if (a == Printer::task && b == Printer::task) {
    const TaskIndex one = history.tasks().running(first);
    const TaskIndex other = history.tasks().running(second);
    if (one == other)
      return "Both are printed by " + task_words(history.trace(), history.tasks(), one) +
             ": a callback runs to its end, with all that it calls, before anything else can.";
    return why_before(history, named_pair(history, one, other));
  }
  if (a == b)
    return "Both are printed by " + printer_words(history, first) + ", one after the other.";
  if (b != Printer::task) return event_rule(b);
  return event_rule(a);
}

}  // namespace

Explanation explain_console(const trace::TimelineIndex& index, StepIndex step) {
  const History history(index);
  const Printer printer = printer_of(history, step);
  const std::string line = line_of(index.trace(), step);
  if (printer == Printer::task) {
    Explanation result = explain_task(index, index.tasks().running(step));
    result.title = line + " · " + result.title;
    result.why = as_sentence(printer_words(history, step)) + " printed it. " + result.why;
    return result;
  }
  Explanation result;
  result.title = line + " · " + printer_words(history, step);
  result.queue = "No queue: Node calls it itself, between callbacks.";
  result.scheduled = as_sentence(printer_words(history, step)) + ", at " +
                     moment_text(history.trace(), history.time_of(step)) + ".";
  result.why = event_rule(printer);
  result.previous = history.began_before(step);
  result.next = history.began_after(step);
  if (result.previous)
    result.why +=
        " It came after " + task_words(index.trace(), index.tasks(), *result.previous) + ".";
  return result;
}

std::string explain_pair(const trace::TimelineIndex& index, StepIndex first, StepIndex second) {
  if (second < first) std::swap(first, second);
  const History history(index);
  const std::string one = line_of(index.trace(), first);
  const std::string other = line_of(index.trace(), second);
  if (first == second) return "Both lines come from one write; nothing can come in between.";
  return one + " comes before " + other + ". " + why_printers(history, first, second);
}

}  // namespace loopscope::lesson
