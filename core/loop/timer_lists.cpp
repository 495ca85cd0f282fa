#include "core/loop/timer_lists.h"

#include <algorithm>
#include <cassert>
#include <utility>

namespace loopscope::loop {

TimerId TimerLists::create(uint32_t slot, bool refed) {
  TimerId id = 0;
  if (m_free.empty()) {
    id = static_cast<TimerId>(m_timers.size());
    m_timers.emplace_back();
  } else {
    id = m_free.back();
    m_free.pop_back();
  }
  m_timers[id] = Timer{};
  m_timers[id].slot = slot;
  m_timers[id].refed = refed;
  m_timers[id].in_use = true;
  return id;
}

void TimerLists::schedule(TimerId id, int64_t duration_ms, LoopTime now, TaskId task) {
  assert(m_timers[id].in_use);
  unlink(id);
  m_timers[id].start = now;
  m_timers[id].task = task;
  append(list_for(duration_ms, now.plus(duration_ms), task), id);
}

void TimerLists::unschedule(TimerId id) {
  List* list = m_timers[id].list;
  unlink(id);
  if (list != nullptr && list->first == 0 && m_timers[id].refed) drop_if_current(*list);
}

void TimerLists::destroy(TimerId id) {
  assert(m_timers[id].in_use);
  unlink(id);
  m_timers[id].in_use = false;
  m_free.push_back(id);
}

void TimerLists::set_refed(TimerId id, bool refed) {
  Timer& timer = m_timers[id];
  if (timer.refed == refed) return;
  timer.refed = refed;
  if (timer.list == nullptr) return;
  m_refed_count += refed ? 1 : -1;
}

std::optional<LoopTime> TimerLists::next_expiry() const {
  if (m_order.empty()) return std::nullopt;
  return (*m_order.begin())->expiry;
}

std::optional<int64_t> TimerLists::next_expiry_ms() const {
  if (m_order.empty()) return std::nullopt;
  return (*m_order.begin())->expiry.ms;
}

TaskId TimerLists::next_task() const {
  return m_order.empty() ? TaskId{} : m_timers[(*m_order.begin())->first].task;
}

size_t TimerLists::due_count(int64_t now_ms) const {
  size_t count = 0;
  for (const List* list : m_order) {
    if (list->expiry.ms > now_ms) break;
    for (TimerId id = list->first; id != 0; id = m_timers[id].next)
      if (m_timers[id].start.ms + list->duration_ms <= now_ms) ++count;
  }
  return count;
}

Outcome TimerLists::process(LoopTime now) {
  bool first = true;
  while (!m_order.empty()) {
    List& list = **m_order.begin();
    if (!m_clock.at_most(list.expiry, now, Question::timer_due, m_timers[list.first].task))
      return Outcome::kCompleted;
    if (!std::exchange(first, false))
      if (const Outcome outcome = m_checkpoint.run(); outcome != Outcome::kCompleted)
        return outcome;
    // The checkpoint may have emptied the list (clearTimeout in a tick): the list then goes.
    if (const Outcome outcome = run_list(list, now); outcome != Outcome::kCompleted) return outcome;
  }
  return Outcome::kCompleted;
}

Outcome TimerLists::process_first_list(LoopTime now) {
  if (m_order.empty()) return Outcome::kCompleted;
  List& list = **m_order.begin();
  const bool due =
      m_clock.at_most(list.expiry, now, Question::timer_due, m_timers[list.first].task);
  return due ? run_list(list, now) : Outcome::kCompleted;
}

Outcome TimerLists::run_list(List& list, LoopTime now) {
  bool first = true;
  while (list.first != 0) {
    const TimerId id = list.first;
    const Timer& timer = m_timers[id];
    if (!m_clock.at_most(timer.start.plus(list.duration_ms), now, Question::timer_due, timer.task))
      return stop_at(list, id, now);
    if (!std::exchange(first, false) && m_semantics.drain_between_callbacks)
      if (const Outcome outcome = m_checkpoint.run(); outcome != Outcome::kCompleted)
        return outcome;
    if (list.first != id) continue;  // a tick of the timer before cleared or moved this one
    unlink(id);
    const Outcome outcome = m_log.run({m_timers[id].task, m_timers[id].slot}, Queue::timers);
    if (outcome != Outcome::kCompleted) return outcome;
  }
  drop_if_current(list);
  m_retired.clear();
  return Outcome::kCompleted;
}

// The list is looked at again when this timer, its first that is not due, will be.
Outcome TimerLists::stop_at(List& list, TimerId id, LoopTime now) {
  const Timer& timer = m_timers[id];
  LoopTime expiry = timer.start.plus(list.duration_ms);
  if (!m_semantics.one_libuv_timer) {
    m_clock.update();
    now = m_clock.now();
  }
  if (!m_clock.at_most(now.plus(1), expiry, Question::timer_due, timer.task)) expiry = now.plus(1);
  reorder(list, expiry, timer.task);
  return Outcome::kCompleted;
}

TimerLists::List& TimerLists::list_for(int64_t duration_ms, LoopTime expiry, TaskId task) {
  std::unique_ptr<List>& list = m_lists[duration_ms];
  if (list == nullptr) {
    list = std::make_unique<List>();
    list->duration_ms = duration_ms;
    list->expiry = expiry;
    list->subject = task;
    list->sequence = m_next_sequence++;
    m_order.insert(list.get());
  }
  return *list;
}

void TimerLists::append(List& list, TimerId id) {
  Timer& timer = m_timers[id];
  timer.list = &list;
  timer.previous = list.last;
  timer.next = 0;
  if (list.last != 0)
    m_timers[list.last].next = id;
  else
    list.first = id;
  list.last = id;
  if (timer.refed) ++m_refed_count;
}

void TimerLists::unlink(TimerId id) {
  Timer& timer = m_timers[id];
  if (timer.list == nullptr) return;
  if (timer.previous != 0)
    m_timers[timer.previous].next = timer.next;
  else
    timer.list->first = timer.next;
  if (timer.next != 0)
    m_timers[timer.next].previous = timer.previous;
  else
    timer.list->last = timer.previous;
  timer.list = nullptr;
  if (timer.refed) --m_refed_count;
}

void TimerLists::reorder(List& list, LoopTime expiry, TaskId task) {
  m_order.erase(&list);
  list.expiry = expiry;
  list.subject = task;
  list.sequence = m_next_sequence++;
  m_order.insert(&list);
}

void TimerLists::drop_if_current(List& list) {
  if (m_order.erase(&list) == 0) return;  // dropped before, while it was being run
  const auto found = m_lists.find(list.duration_ms);
  m_retired.push_back(std::move(found->second));
  m_lists.erase(found);
}

}  // namespace loopscope::loop
