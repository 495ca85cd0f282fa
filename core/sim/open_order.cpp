#include "core/sim/open_order.h"

#include <algorithm>
#include <cassert>
#include <utility>

#include "core/sim/open_machine.h"

namespace loopscope::sim {

OrderLog& OpenOrder::log() const {
  return m_machine.log();
}

uint64_t OpenOrder::decide(ChoicePoint point, uint64_t options) {
  return m_machine.decide(m_agent, point, options);
}

void OpenOrder::begin_after(const OpenOrder& parent) {
  m_is_worker = true;
  learn(parent.m_past);
  m_last_reading = parent.m_last_reading;
  m_read_at = parent.m_read_at;
}

void OpenOrder::learn(const Past& past) {
  m_past.resize(std::max(m_past.size(), past.size()));
  for (size_t agent = 0; agent < past.size(); ++agent)
    m_past[agent] = std::max(m_past[agent], past[agent]);
}

void OpenOrder::step() {
  m_past.resize(std::max<size_t>(m_past.size(), m_agent.value + 1U));
  ++m_past[m_agent.value];
}

LoopTime OpenOrder::read(VirtualTime now) {
  if (m_last_reading && !m_time_passes && work_since_reading(now) == VirtualTime{})
    return {log().readings[*m_last_reading].ms, *m_last_reading};
  return add_reading(now, {});
}

LoopTime OpenOrder::read_after_wait(VirtualTime now, std::optional<LoopTime> not_before) {
  std::vector<Bound> bounds;
  if (not_before)
    bounds.push_back({static_cast<uint32_t>(log().readings.size()), not_before->reading,
                      not_before->ms - log().readings[not_before->reading].ms});
  return add_reading(now, std::move(bounds));
}

// The time that has passed counts in whole milliseconds only: what is less than one may be none.
LoopTime OpenOrder::add_reading(VirtualTime now, std::vector<Bound> not_before) {
  const auto number = static_cast<uint32_t>(log().readings.size());
  ClockReading reading;
  reading.agent = m_agent;
  reading.past = m_past;
  int64_t earliest_ms = now.ms();
  if (m_last_reading) {
    not_before.push_back({number, *m_last_reading, work_since_reading(now).ms()});
    const auto earliest = [this](const Bound& bound) {
      return log().readings[bound.earlier].ms + bound.ms;
    };
    reading.base = *std::max_element(
        not_before.begin(), not_before.end(),
        [&](const Bound& a, const Bound& b) { return earliest(a) < earliest(b); });
    earliest_ms = earliest(reading.base);
    reading.not_before = std::move(not_before);
  }
  reading.decision = m_machine.decided(m_agent);
  const VirtualTime work = work_since_reading(now) - m_clock_reads;
  const int64_t slower_ms = m_last_reading ? std::max<int64_t>(work.ms(), 0) * kSlower : 0;
  m_clock_reads = {};
  m_waited = {};
  m_time_passes = false;
  const auto pauses = static_cast<uint64_t>(m_machine.pause_ms() + slower_ms) + 1;
  reading.ms = earliest_ms + static_cast<int64_t>(decide(ChoicePoint::clock, pauses));
  log().readings.push_back(reading);
  m_last_reading = number;
  m_read_at = std::max(now, VirtualTime::from_ms(reading.ms));
  return {reading.ms, number};
}

LoopTime OpenOrder::known(int64_t ms) const {
  assert(m_last_reading);
  uint32_t known = *m_last_reading;
  for (uint32_t number = *m_last_reading + 1; number-- > 0;) {
    const ClockReading& reading = log().readings[number];
    if (reading.agent != m_agent) continue;
    known = number;
    if (reading.ms <= ms) break;
  }
  return {ms, known};
}

bool OpenOrder::at_most(LoopTime a, LoopTime b, Question question, TaskId task, TaskId other,
                        bool settled) {
  const bool answer = a.ms <= b.ms;
  if (a.reading == b.reading) return answer;
  OrderChoice choice = new_choice(question);
  choice.task = task;
  choice.other = other;
  choice.options.resize(2);
  choice.options[0].bounds = {not_after(a, b, log().readings)};
  choice.options[1].bounds = {not_after(b.plus(1), a, log().readings)};
  choice.chosen = answer ? 0 : 1;
  choice.settled = settled;
  choice.time = m_read_at;
  note_choice(std::move(choice));
  return answer;
}

OrderChoice OpenOrder::new_choice(Question question) const {
  OrderChoice choice;
  choice.question = question;
  choice.agent = m_agent;
  choice.past = m_past;
  choice.readings_before = static_cast<uint32_t>(log().readings.size());
  choice.sent_before = log().sent.size();
  choice.decisions_before = m_machine.decided(m_agent);
  choice.time = m_look_at;
  return choice;
}

void OpenOrder::note_choice(OrderChoice choice) {
  log().choices.push_back(std::move(choice));
  step();
}

void OpenOrder::begin_job(TaskId task, int64_t least_ms, bool changes, LoopTime now,
                          VirtualTime at) {
  const bool full = m_running.size() >= m_machine.threads();
  const bool meets_changes =
      !m_running.empty() &&
      (changes || std::any_of(m_running.begin(), m_running.end(),
                              [](const Request& other) { return other.changes; }));
  if (full || meets_changes) m_machine.note_every_step();
  if ((full || changes) && m_machine.any_other_jobs(m_agent))
    m_machine.note_gap("how jobs of several threads get in each other's way is not explored");
  Request request;
  request.task = task;
  request.begun = now;
  request.least_ms = least_ms;
  request.pauses_ms = m_machine.pause_ms() + m_machine.disk_range_ms() + least_ms * kSlower;
  request.number = m_next_number++;
  request.changes = changes;
  if (full)
    m_queued.push_back(request);
  else
    start(request, now, at);
}

void OpenOrder::begin_event(TaskId task, LoopTime now) {
  m_events.push_back({task, now, 0, m_machine.pause_ms(), m_next_number++, false, 0});
}

void OpenOrder::start(Request request, LoopTime now, VirtualTime at) {
  m_busy.resize(std::max(m_busy.size(), m_machine.threads()));
  request.thread =
      static_cast<size_t>(std::find(m_busy.begin(), m_busy.end(), false) - m_busy.begin());
  m_busy[request.thread] = true;
  request.begun = now;
  m_machine.courses()[request.task] = {request.thread, at, {}};
  m_running.push_back(request);
}

void OpenOrder::begin_look(VirtualTime now) {
  m_look_at = now;
  m_seen_below = m_next_number;
  m_place.reset();
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
    option.bounds.push_back(not_after(request.begun.plus(request.least_ms), *now, log().readings));
  return option;
}

// Then each of them has been under way for longer than it needs, by a pause at most.
OrderOption OpenOrder::nothing_until(LoopTime moment,
                                     const std::vector<const Request*>& seen) const {
  OrderOption option;
  for (const Request* request : seen)
    option.bounds.push_back(not_after(
        moment, request->begun.plus(request->least_ms + request->pauses_ms), log().readings));
  return option;
}

std::optional<TaskId> OpenOrder::first_to_come(std::optional<LoopTime> timer) {
  const std::vector<const Request*> requests = seen();
  std::vector<OrderOption> options;
  options.reserve(requests.size() + 1);
  for (const Request* request : requests) options.push_back(completes(*request, std::nullopt));
  if (timer) {
    options.push_back(nothing_until(*timer, requests));
    options.back().until_timer = true;
  }
  return choose_arrival(std::move(options));
}

LoopTime OpenOrder::earliest(const Arrival& arrival) const {
  if (arrival.incoming) return log().sent[arrival.incoming->sent].begun;
  for (const Request& request : m_running)
    if (request.task == arrival.task) return request.begun.plus(request.least_ms);
  return m_events.front().begun;
}

std::optional<TaskId> OpenOrder::next_there(LoopTime now) {
  const std::vector<const Request*> requests = seen();
  if (requests.empty()) return std::nullopt;
  std::vector<OrderOption> options;
  options.reserve(requests.size() + 1);
  for (const Request* request : requests) options.push_back(completes(*request, now));
  options.push_back(nothing_until(now, requests));
  return choose_arrival(std::move(options));
}

std::optional<TaskId> OpenOrder::choose_arrival(std::vector<OrderOption> options) {
  if (options.empty()) return std::nullopt;
  OrderChoice choice = new_choice(Question::arrival);
  if (options.size() > 1) {
    choice.is_decided = true;
    choice.chosen = decide(ChoicePoint::arrival, options.size());
  }
  choice.chosen = first_that_holds(options, choice.chosen);
  const OrderOption& chosen = options[choice.chosen];
  const std::optional<TaskId> task =
      chosen.task.value == 0 ? std::nullopt : std::optional(chosen.task);
  choice.options = std::move(options);
  m_arrival = log().choices.size();
  note_choice(std::move(choice));
  return task;
}

// An answer that the clock has overtaken: what it does allow first.
size_t OpenOrder::first_that_holds(const std::vector<OrderOption>& options, size_t wanted) const {
  if (holds(options[wanted].bounds)) return wanted;
  const auto first =
      std::find_if(options.begin(), options.end(),
                   [this](const OrderOption& option) { return holds(option.bounds); });
  return first == options.end() ? 0 : static_cast<size_t>(first - options.begin());
}

bool OpenOrder::holds(const std::vector<Bound>& bounds) const {
  return std::all_of(bounds.begin(), bounds.end(), [this](const Bound& bound) {
    return log().readings[bound.later].ms - log().readings[bound.earlier].ms >= bound.ms;
  });
}

void OpenOrder::take(TaskId task, LoopTime now, VirtualTime at) {
  m_program_code_ran = false;
  m_commutes = true;
  m_begun_before = m_next_number;
  if (!m_events.empty() && m_events.front().task == task) {
    m_taken = m_events.front();
    m_events.pop_front();
    return;
  }
  const auto found = std::find_if(m_running.begin(), m_running.end(),
                                  [task](const Request& request) { return request.task == task; });
  assert(found != m_running.end());
  m_machine.courses()[task].arrives = at;
  m_taken = *found;
  m_busy[found->thread] = false;
  m_running.erase(found);
  if (m_queued.empty()) return;
  start(m_queued.front(), now, at);
  m_queued.pop_front();
}

void OpenOrder::callback_ended() {
  if (m_machine.every_step() || m_program_code_ran || !m_commutes) return;
  log().choices[m_arrival].settled = true;
  for (Request& next : m_running) {
    if (next.number < m_begun_before) continue;
    next.begun = m_taken.begun;
    next.least_ms += m_taken.least_ms;
    next.pauses_ms += m_taken.pauses_ms;
  }
}

void OpenOrder::note_gap(std::string what) {
  m_machine.note_gap(std::move(what));
}

bool OpenOrder::is_far(LoopTime due, LoopTime now) const {
  return due.ms - now.ms > 4 * m_machine.pause_ms();
}

}  // namespace loopscope::sim
