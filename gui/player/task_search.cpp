#include "gui/player/task_search.h"

#include <algorithm>

namespace loopscope::gui {

using trace::StringId;
using trace::TaskIndex;

namespace {

char small(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
}

char capital(char c) {
  return c >= 'a' && c <= 'z' ? static_cast<char>(c & ~0x20) : c;
}

// `wanted` is in small letters and not empty.
bool contains(std::string_view text, std::string_view wanted) {
  if (text.size() < wanted.size()) return false;
  const char first = wanted.front();
  const char also_first = capital(first);
  const size_t last = text.size() - wanted.size();
  for (size_t at = 0; at <= last; ++at) {
    if (text[at] != first && text[at] != also_first) continue;
    size_t same = 1;
    while (same < wanted.size() && small(text[at + same]) == wanted[same]) ++same;
    if (same == wanted.size()) return true;
  }
  return false;
}

}  // namespace

TaskSearch::TaskSearch(const trace::TimelineIndex& index) : m_index(index) {
  extend();
}

void TaskSearch::extend() {
  for (; m_end < m_index.size(); ++m_end) take_in(StepIndex{m_end});
  match_strings();
}

void TaskSearch::take_in(StepIndex step) {
  const trace::Event& event = m_index.trace().at(step);
  const trace::TaskTable& tasks = m_index.tasks();
  const auto add = [&](TaskIndex task, StringId text) {
    m_happenings.push_back({static_cast<uint32_t>(step.value), task, text});
  };
  if (trace::is<trace::Enqueue>(event)) {
    const auto enqueue = trace::unpack<trace::Enqueue>(event);
    m_scheduled.push_back({enqueue.label, enqueue.location});
  } else if (trace::is<trace::Start>(event)) {
    if (const TaskIndex task = tasks.subject(step)) add(task, {});
  } else if (trace::is<trace::Console>(event)) {
    add(tasks.running(step), trace::unpack<trace::Console>(event).text);
  } else if (trace::is<trace::Error>(event)) {
    add(tasks.running(step), trace::unpack<trace::Error>(event).text);
  }
}

void TaskSearch::look_for(std::string_view text) {
  std::string wanted(text);
  std::ranges::transform(wanted, wanted.begin(), small);
  if (wanted == m_text) return;
  m_text = std::move(wanted);
  m_matching.clear();
  m_any = false;
  match_strings();
}

void TaskSearch::match_strings() {
  const trace::StringTable& strings = m_index.trace().strings;
  m_matching.reserve(strings.size());
  for (auto id = static_cast<uint32_t>(m_matching.size()); id < strings.size(); ++id) {
    const bool match = !m_text.empty() && contains(strings.view({id}), m_text);
    m_matching.push_back(match ? 1 : 0);
    m_any = m_any || match;
  }
}

bool TaskSearch::matches(const Happening& happening) const {
  if (happening.text) return matches(happening.text);
  return happening.task && matches(m_scheduled[happening.task.value]);
}

std::vector<TaskIndex> TaskSearch::tasks(size_t limit) const {
  std::vector<TaskIndex> found;
  if (!m_any) return found;
  for (uint32_t task = 0; task < m_scheduled.size() && found.size() < limit; ++task)
    if (matches(m_scheduled[task])) found.push_back(TaskIndex{task});
  for (const Happening& happening : m_happenings)
    if (happening.text && happening.task && matches(happening.text))
      found.push_back(happening.task);
  std::ranges::sort(found);
  const auto repeated = std::ranges::unique(found);
  found.erase(repeated.begin(), repeated.end());
  if (found.size() > limit) found.resize(limit);
  return found;
}

std::optional<StepIndex> TaskSearch::next(StepIndex step) const {
  if (!m_any) return std::nullopt;
  auto at = std::ranges::upper_bound(m_happenings, step.value, {}, &Happening::step);
  for (; at != m_happenings.end(); ++at)
    if (matches(*at)) return StepIndex{at->step};
  return std::nullopt;
}

std::optional<StepIndex> TaskSearch::previous(StepIndex step) const {
  if (!m_any) return std::nullopt;
  auto at = std::ranges::lower_bound(m_happenings, step.value, {}, &Happening::step);
  while (at != m_happenings.begin())
    if (matches(*--at)) return StepIndex{at->step};
  return std::nullopt;
}

}  // namespace loopscope::gui
