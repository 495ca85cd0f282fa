#include "core/sim/open_order.h"

#include <algorithm>
#include <cassert>
#include <utility>

namespace loopscope::sim {

namespace {

// a <= b, said of the readings they count from.
Bound not_after(LoopTime a, LoopTime b, const std::vector<ClockReading>& readings) {
  const int64_t a_offset = a.ms - readings[a.reading].ms;
  const int64_t b_offset = b.ms - readings[b.reading].ms;
  return {b.reading, a.reading, a_offset - b_offset};
}

}  // namespace

uint64_t OpenOrder::decide(ChoicePoint point, uint64_t options) {
  ++m_decisions;
  return m_choices.choose(point, options);
}

LoopTime OpenOrder::read(VirtualTime now) {
  if (!m_log.readings.empty() && now == m_read_at)
    return {m_log.readings.back().ms, static_cast<uint32_t>(m_log.readings.size() - 1)};
  return add_reading(now, {});
}

LoopTime OpenOrder::read_after_wait(VirtualTime now, std::optional<LoopTime> not_before) {
  std::vector<Bound> bounds;
  if (not_before)
    bounds.push_back({static_cast<uint32_t>(m_log.readings.size()), not_before->reading,
                      not_before->ms - m_log.readings[not_before->reading].ms});
  return add_reading(now, std::move(bounds));
}

// The time that has passed counts in whole milliseconds only: what is less than one may be none.
LoopTime OpenOrder::add_reading(VirtualTime now, std::vector<Bound> not_before) {
  const auto number = static_cast<uint32_t>(m_log.readings.size());
  ClockReading reading;
  int64_t earliest_ms = now.ms();
  if (number != 0) {
    not_before.push_back({number, number - 1, (now - m_read_at).ms()});
    const auto earliest = [this](const Bound& bound) {
      return m_log.readings[bound.earlier].ms + bound.ms;
    };
    reading.base = *std::max_element(
        not_before.begin(), not_before.end(),
        [&](const Bound& a, const Bound& b) { return earliest(a) < earliest(b); });
    earliest_ms = earliest(reading.base);
    reading.not_before = std::move(not_before);
  }
  reading.decision = m_decisions;
  const VirtualTime work = now - m_read_at - m_clock_reads;
  const int64_t slower_ms = number == 0 ? 0 : std::max<int64_t>(work.ms(), 0) * kSlower;
  m_clock_reads = {};
  const auto pauses = static_cast<uint64_t>(m_pause_ms + slower_ms) + 1;
  reading.ms = earliest_ms + static_cast<int64_t>(decide(ChoicePoint::clock, pauses));
  m_log.readings.push_back(reading);
  m_read_at = std::max(now, VirtualTime::from_ms(reading.ms));
  return {reading.ms, number};
}

LoopTime OpenOrder::known(int64_t ms) const {
  assert(!m_log.readings.empty());
  auto number = static_cast<uint32_t>(m_log.readings.size() - 1);
  while (number > 0 && m_log.readings[number].ms > ms) --number;
  return {ms, number};
}

bool OpenOrder::at_most(LoopTime a, LoopTime b, Question question, TaskId task, TaskId other,
                        bool settled) {
  const bool answer = a.ms <= b.ms;
  if (a.reading == b.reading) return answer;
  OrderChoice choice;
  choice.question = question;
  choice.task = task;
  choice.other = other;
  choice.options.resize(2);
  choice.options[0].bounds = {not_after(a, b, m_log.readings)};
  choice.options[1].bounds = {not_after(b.plus(1), a, m_log.readings)};
  choice.chosen = answer ? 0 : 1;
  choice.settled = settled;
  choice.readings_before = static_cast<uint32_t>(m_log.readings.size());
  choice.decisions_before = m_decisions;
  choice.time = m_read_at;
  m_log.choices.push_back(std::move(choice));
  return answer;
}

void OpenOrder::begin_job(TaskId task, int64_t least_ms, bool changes, LoopTime now,
                          VirtualTime at) {
  const bool full = m_running.size() >= m_threads;
  const bool meets_changes =
      !m_running.empty() &&
      (changes || std::any_of(m_running.begin(), m_running.end(),
                              [](const Request& other) { return other.changes; }));
  if (full || meets_changes) m_needs_every_step = true;
  Request request;
  request.task = task;
  request.begun = now;
  request.least_ms = least_ms;
  request.pauses_ms = m_pause_ms + m_disk_range_ms + least_ms * kSlower;
  request.number = m_next_number++;
  request.changes = changes;
  if (full)
    m_queued.push_back(request);
  else
    start(request, now, at);
}

void OpenOrder::begin_event(TaskId task, LoopTime now) {
  m_events.push_back({task, now, 0, m_pause_ms, m_next_number++, false, 0});
}

void OpenOrder::start(Request request, LoopTime now, VirtualTime at) {
  m_busy.resize(std::max(m_busy.size(), m_threads));
  request.thread =
      static_cast<size_t>(std::find(m_busy.begin(), m_busy.end(), false) - m_busy.begin());
  m_busy[request.thread] = true;
  request.begun = now;
  m_courses[request.task] = {request.thread, at, {}};
  m_running.push_back(request);
}

void OpenOrder::begin_look(VirtualTime now) {
  m_look_at = now;
  m_seen_below = m_next_number;
}

std::vector<const OpenOrder::Request*> OpenOrder::seen() const {
  std::vector<const Request*> seen;
  for (const Request& request : m_running)
    if (request.number < m_seen_below) seen.push_back(&request);
  if (!m_events.empty() && m_events.front().number < m_seen_below)
    seen.push_back(&m_events.front());
  return seen;
}

OrderOption OpenOrder::completes(const Request& request, std::optional<LoopTime> now) const {
  OrderOption option;
  option.task = request.task;
  if (now && request.least_ms > 0)
    option.bounds.push_back(not_after(request.begun.plus(request.least_ms), *now, m_log.readings));
  return option;
}

// Then each of them has been under way for longer than it needs, by a pause at most.
OrderOption OpenOrder::nothing_until(LoopTime moment,
                                     const std::vector<const Request*>& seen) const {
  OrderOption option;
  for (const Request* request : seen)
    option.bounds.push_back(not_after(
        moment, request->begun.plus(request->least_ms + request->pauses_ms), m_log.readings));
  return option;
}

std::optional<TaskId> OpenOrder::first_to_come(std::optional<LoopTime> timer) {
  std::vector<OrderOption> options;
  const std::vector<const Request*> requests = seen();
  for (const Request* request : requests) options.push_back(completes(*request, std::nullopt));
  if (timer) {
    options.push_back(nothing_until(*timer, requests));
    options.back().until_timer = true;
  }
  return choose_arrival(std::move(options));
}

LoopTime OpenOrder::earliest(TaskId task) const {
  for (const Request& request : m_running)
    if (request.task == task) return request.begun.plus(request.least_ms);
  return m_events.front().begun;
}

std::optional<TaskId> OpenOrder::next_there(LoopTime now) {
  const std::vector<const Request*> requests = seen();
  if (requests.empty()) return std::nullopt;
  std::vector<OrderOption> options;
  for (const Request* request : requests) options.push_back(completes(*request, now));
  options.push_back(nothing_until(now, requests));
  return choose_arrival(std::move(options));
}

std::optional<TaskId> OpenOrder::choose_arrival(std::vector<OrderOption> options) {
  if (options.empty()) return std::nullopt;
  OrderChoice choice;
  choice.question = Question::arrival;
  choice.readings_before = static_cast<uint32_t>(m_log.readings.size());
  choice.decisions_before = m_decisions;
  choice.time = m_look_at;
  if (options.size() > 1) {
    choice.is_decided = true;
    choice.chosen = decide(ChoicePoint::arrival, options.size());
  }
  // An answer that the clock has overtaken: what it does allow first.
  if (!holds(options[choice.chosen].bounds))
    choice.chosen = static_cast<size_t>(
        std::find_if(options.begin(), options.end(),
                     [this](const OrderOption& option) { return holds(option.bounds); }) -
        options.begin());
  if (choice.chosen == options.size()) choice.chosen = 0;
  const OrderOption& chosen = options[choice.chosen];
  const std::optional<TaskId> task =
      chosen.task.value == 0 ? std::nullopt : std::optional(chosen.task);
  choice.options = std::move(options);
  m_arrival = m_log.choices.size();
  m_log.choices.push_back(std::move(choice));
  return task;
}

bool OpenOrder::holds(const std::vector<Bound>& bounds) const {
  return std::all_of(bounds.begin(), bounds.end(), [this](const Bound& bound) {
    return m_log.readings[bound.later].ms - m_log.readings[bound.earlier].ms >= bound.ms;
  });
}

void OpenOrder::take(TaskId task, LoopTime now, VirtualTime at) {
  m_program_code_ran = false;
  m_begun_before = m_next_number;
  if (!m_events.empty() && m_events.front().task == task) {
    m_taken = m_events.front();
    m_events.pop_front();
    return;
  }
  const auto found = std::find_if(m_running.begin(), m_running.end(),
                                  [task](const Request& request) { return request.task == task; });
  assert(found != m_running.end());
  m_courses[task].arrives = at;
  m_taken = *found;
  m_busy[found->thread] = false;
  m_running.erase(found);
  if (m_queued.empty()) return;
  start(m_queued.front(), now, at);
  m_queued.pop_front();
}

void OpenOrder::callback_ended() {
  if (m_every_step || m_program_code_ran) return;
  m_log.choices[m_arrival].settled = true;
  for (Request& next : m_running) {
    if (next.number < m_begun_before) continue;
    next.begun = m_taken.begun;
    next.least_ms += m_taken.least_ms;
    next.pauses_ms += m_taken.pauses_ms;
  }
}

const OpenOrder::Course* OpenOrder::foreseen(TaskId task) const {
  const auto found = m_foreseen.find(task);
  const bool arrives = found != m_foreseen.end() && found->second.arrives > VirtualTime{};
  return arrives ? &found->second : nullptr;
}

}  // namespace loopscope::sim
