#include "core/trace/words.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>

#include "core/trace/json_text.h"

namespace loopscope::trace {

namespace {

bool is_number(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

// Drops a last ":digits", if there is one.
std::string_view without_last_number(std::string_view text) {
  const size_t colon = text.rfind(':');
  if (colon == std::string_view::npos || !is_number(text.substr(colon + 1))) return text;
  return text.substr(0, colon);
}

// Three significant places are what a reader compares; exact whole numbers stay exact.
std::string decimal(double value) {
  std::array<char, 32> buffer{};
  const int places = value < 10 ? 2 : value < 100 ? 1 : 0;
  const int length = std::snprintf(buffer.data(), buffer.size(), "%.*f", places, value);
  std::string text(buffer.data(), static_cast<size_t>(length));
  if (places == 0) return text;
  while (text.ends_with('0')) text.pop_back();
  if (text.ends_with('.')) text.pop_back();
  return text;
}

}  // namespace

std::string_view without_column(std::string_view location) {
  const std::string_view line = without_last_number(location);
  // "quiz.js:4" alone has no column: what is left must end in a line number.
  return without_last_number(line) == line ? location : line;
}

std::string duration_text(int64_t ns) {
  if (ns < 0) return "-" + duration_text(-std::max(ns, -INT64_MAX));
  const auto value = static_cast<double>(ns);
  if (ns < 1'000) return std::to_string(ns) + " ns";
  if (ns < 999'500) return decimal(value / 1e3) + " µs";
  if (ns < 999'500'000) return decimal(value / 1e6) + " ms";
  return decimal(value / 1e9) + " s";
}

std::string size_text(int64_t size, bool objects) {
  if (objects) return count_text(static_cast<uint64_t>(std::max<int64_t>(size, 0)), "object");
  constexpr std::array kUnits = {" KiB", " MiB", " GiB", " TiB"};
  if (size < 1024) return std::to_string(size) + " B";
  auto value = static_cast<double>(size) / 1024;
  size_t unit = 0;
  // 1023.5 KiB would be shown as 1024.
  for (; value >= 1023.5 && unit + 1 < kUnits.size(); ++unit) value /= 1024;
  return decimal(value) + kUnits[unit];
}

std::string_view task_word(Queue queue) {
  switch (queue) {
    case Queue::main:
      return "main program";
    case Queue::tick:
      return "nextTick callback";
    case Queue::microtask:
      return "promise job";
    case Queue::timers:
      return "timer callback";
    case Queue::pending:
      return "pending callback";
    case Queue::poll:
      return "I/O callback";
    case Queue::check:
      return "immediate";
    case Queue::closing:
      return "close callback";
  }
  return "task";
}

std::string_view task_name(const Trace& trace, const TaskLife& task) {
  const std::string_view label = trace.view(task.label);
  return label.empty() ? task_word(task.queue) : label;
}

std::string task_text(const Trace& trace, const TaskLife& task) {
  std::string text;
  if (task.label) {
    text.append("`").append(trace.view(task.label)).append("`");
  } else {
    text.append("the ").append(task_word(task.queue));
  }
  if (task.location) text.append(" at ").append(without_column(trace.view(task.location)));
  if (task.agent.value != 0) text.append(" in agent ").append(std::to_string(task.agent.value));
  return text;
}

std::string count_text(uint64_t count, std::string_view noun) {
  std::string text;
  append_number(text, count);
  text.append(" ").append(noun);
  if (count != 1) text.append("s");
  return text;
}

std::string times_text(uint64_t count) {
  if (count == 1) return "once";
  if (count == 2) return "twice";
  return std::to_string(count) + " times";
}

std::string_view first_line(std::string_view text) {
  return text.substr(0, text.find('\n'));
}

}  // namespace loopscope::trace
