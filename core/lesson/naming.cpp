#include "core/lesson/naming.h"

#include <array>
#include <cstdio>

#include "core/trace/terminal_text.h"
#include "core/trace/words.h"

namespace loopscope::lesson {

using trace::Queue;
using trace::TaskIndex;
using trace::TaskLife;
using trace::TaskTable;
using trace::Trace;

namespace {

constexpr std::string_view kModuleLoader = "load module";
constexpr std::string_view kOfTheEngine = "self-hosted:";

// What a task of no name of its own is called. Its label says only what kind it is.
std::string_view nameless(Queue queue, std::string_view label) {
  if (queue == Queue::timers) return "timer";
  if (label == "microtask") return "microtask";
  return trace::task_word(queue);
}

bool is_nameless(Queue queue, std::string_view label) {
  switch (queue) {
    case Queue::tick:
      return label == "nextTick";
    case Queue::microtask:
      return label == "promise job" || label == "microtask";
    case Queue::timers:
      return label == "timeout";
    case Queue::check:
      return label == "immediate";
    default:
      return label == trace::task_word(queue);
  }
}

// The place a program asked for this I/O at: that of its first step.
trace::StringId asked_at(const TaskTable& tasks, const TaskLife& io) {
  const TaskLife* task = &io;
  while (!task->from && task->cause) {
    const TaskLife& cause = tasks.at(task->cause);
    if (cause.queue != io.queue || cause.label != io.label) break;
    task = &cause;
  }
  return task->from;
}

std::string io_words(const Trace& trace, const TaskTable& tasks, const TaskLife& task) {
  if (trace.view(task.label) == kModuleLoader) return "the loading of a module";
  std::string text = "the ";
  if (task.label) text.append("`").append(trace.view(task.label)).append("` ");
  text += "callback";
  if (const trace::StringId from = asked_at(tasks, task)) text += " of " + place_text(trace, from);
  return text;
}

}  // namespace

std::string place_text(const Trace& trace, trace::StringId location) {
  std::string_view place = trace::without_column(trace.view(location));
  if (place.starts_with("file://")) place.remove_prefix(place.rfind('/') + 1);
  const size_t colon = place.rfind(':');
  if (colon != std::string_view::npos && place.substr(0, colon) == trace.header.scenario)
    return "line " + std::string(place.substr(colon + 1));
  return std::string(place);
}

std::string task_words(const Trace& trace, const TaskTable& tasks, TaskIndex index) {
  const TaskLife& task = tasks.at(index);
  if (task.queue == Queue::main) return "the main script";
  if (is_module_body(trace, tasks, index)) return "the module's body";
  const std::string_view label = trace.view(task.label);
  const bool named = !label.empty() && !is_nameless(task.queue, label);
  if (trace.view(task.location).starts_with(kOfTheEngine)) return "an inner promise job";
  if (task.queue == Queue::poll && !task.location) return io_words(trace, tasks, task);
  if (named && !task.location) return "an inner step of Node (`" + std::string(label) + "`)";
  if (!named && !task.location && task.queue == Queue::microtask) return "an inner promise job";
  std::string text;
  if (named)
    text.append("`").append(label).append("`");
  else
    text.append("the ").append(nameless(task.queue, label));
  if (task.location) text += " at " + place_text(trace, task.location);
  return text;
}

std::string moment_text(const trace::Trace& trace, VirtualTime moment) {
  const VirtualTime time = trace.events.empty() ? moment : moment - trace.events.front().time;
  if (time.ns % 1'000'000 == 0) return std::to_string(time.ms()) + " ms";
  // Microseconds, for what happens in one iteration of the loop differs by less than a millisecond.
  std::array<char, 40> text{};
  const int length =
      std::snprintf(text.data(), text.size(), "%lld.%03lld ms", static_cast<long long>(time.ms()),
                    static_cast<long long>(time.ns / 1'000 % 1'000));
  return {text.data(), static_cast<size_t>(length)};
}

std::string as_sentence(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z')
    text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

std::string quoted(std::string_view line) {
  constexpr size_t kColumns = 40;
  const std::string printable = trace::printable(trace::first_line(line));
  const size_t begin = printable.find_first_not_of(' ');
  const std::string shown = begin == std::string::npos ? "" : printable.substr(begin);
  return "“" + trace::cut_end(shown, kColumns) + "”";
}

bool is_module_body(const Trace& trace, const TaskTable& tasks, TaskIndex index) {
  const TaskLife& task = tasks.at(index);
  return task.queue == Queue::microtask && !task.location && task.cause &&
         trace.view(tasks.at(task.cause).label) == kModuleLoader;
}

bool is_repetition(const TaskTable& tasks, TaskIndex index) {
  const TaskLife& task = tasks.at(index);
  if (task.queue != Queue::timers || !task.cause || task.from) return false;
  const TaskLife& cause = tasks.at(task.cause);
  return cause.queue == Queue::timers && cause.label == task.label &&
         cause.location == task.location;
}

bool is_inner_step(const TaskTable& tasks, TaskIndex index) {
  const TaskLife& task = tasks.at(index);
  if (task.queue != Queue::poll || task.from || !task.cause) return false;
  const TaskLife& cause = tasks.at(task.cause);
  return cause.queue == Queue::poll && cause.label == task.label;
}

}  // namespace loopscope::lesson
