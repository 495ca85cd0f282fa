#include "core/loop/immediates.h"

namespace loopscope::loop {

ImmediateId Immediates::add(Task task, bool refed) {
  m_entries.push_back({task, refed, true});
  ++m_count;
  if (refed) ++m_refed_count;
  return m_base + static_cast<ImmediateId>(m_entries.size()) - 1;
}

void Immediates::add_wake() {
  add(Task{}, true);
  m_entries.back().only_wakes = true;
  ++m_wake_count;
}

bool Immediates::clear(ImmediateId id) {
  Entry* entry = waiting(id);
  if (entry == nullptr) return false;
  leave(*entry);
  m_log.cancelled(entry->task);
  return true;
}

void Immediates::set_refed(ImmediateId id, bool refed) {
  Entry* entry = waiting(id);
  if (entry == nullptr || entry->refed == refed) return;
  entry->refed = refed;
  m_refed_count += refed ? 1 : -1;
}

Outcome Immediates::process() {
  // A turn that a throw interrupted goes on before a new one begins.
  if (m_next_to_run == m_end_of_turn)
    m_end_of_turn = m_base + static_cast<ImmediateId>(m_entries.size());
  bool first = true;
  while (m_next_to_run != m_end_of_turn) {
    if (!first && m_semantics.drain_between_callbacks) {
      const Outcome outcome = m_checkpoint.run();
      if (outcome != Outcome::kCompleted) return outcome;
    }
    Entry& entry = m_entries[m_next_to_run++ - m_base];
    if (!entry.waiting) continue;  // cleared, perhaps by the checkpoint just now
    first = false;
    leave(entry);
    if (entry.only_wakes) continue;
    const Task task = entry.task;  // the callback may queue more and move the entries
    const Outcome outcome = m_log.run(task, Queue::check);
    if (outcome != Outcome::kCompleted) return outcome;
  }
  m_entries.erase(m_entries.begin(), m_entries.begin() + (m_next_to_run - m_base));
  m_base = m_next_to_run;
  return Outcome::kCompleted;
}

Immediates::Entry* Immediates::waiting(ImmediateId id) {
  if (id < m_base || id - m_base >= m_entries.size()) return nullptr;
  Entry& entry = m_entries[id - m_base];
  return entry.waiting ? &entry : nullptr;
}

void Immediates::leave(Entry& entry) {
  entry.waiting = false;
  --m_count;
  if (entry.only_wakes) --m_wake_count;
  if (entry.refed) --m_refed_count;
}

}  // namespace loopscope::loop
