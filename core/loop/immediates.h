#pragma once

#include <cstdint>
#include <vector>

#include "core/loop/checkpoint.h"
#include "core/sim/semantics.h"

namespace loopscope::loop {

// A script's immediate (Node's Immediate object), valid until it has run or was cleared.
using ImmediateId = uint32_t;

// Node's immediate queue: the check phase runs what was queued when it began; immediates queued
// meanwhile wait for the next iteration (Node: processImmediate in lib/internal/timers.js as
// observed).
class Immediates {
 public:
  Immediates(TaskLog& log, Checkpoint& checkpoint, const sim::Semantics& semantics)
      : m_log(log), m_checkpoint(checkpoint), m_semantics(semantics) {}

  ImmediateId add(Task task, bool refed);
  // One with no callback, and not recorded: it keeps the loop alive, so that what a handled throw
  // left over is drained.
  void add_wake();
  // False if it has already run, is running, or was cleared.
  bool clear(ImmediateId id);
  void set_refed(ImmediateId id, bool refed);

  // After process() gave kThrew: whether the check phase goes on.
  bool goes_on_after_throw() const {
    return m_semantics.check_goes_on_after_throw || m_next_to_run != m_end_of_turn;
  }

  bool empty() const { return m_count == 0; }
  // Without those that have no callback.
  size_t task_count() const { return m_count - m_wake_count; }
  size_t refed_count() const { return m_refed_count; }

  // Runs the check phase's immediates. kThrew: a callback threw and was handled; call again for the
  // rest, which still belong to this phase, if goes_on_after_throw().
  Outcome process();

 private:
  struct Entry {
    Task task;
    bool refed = true;
    bool waiting = false;
    bool only_wakes = false;
  };

  Entry* waiting(ImmediateId id);
  void leave(Entry& entry);

  TaskLog& m_log;
  Checkpoint& m_checkpoint;
  const sim::Semantics& m_semantics;
  // The two queues are ranges of ids: [m_next_to_run, m_end_of_turn) belongs to the running check
  // phase, later ids to the next. Entry i of m_entries is id m_base + i.
  std::vector<Entry> m_entries;
  ImmediateId m_base = 1;
  ImmediateId m_next_to_run = 1;
  ImmediateId m_end_of_turn = 1;
  size_t m_count = 0;
  size_t m_wake_count = 0;
  size_t m_refed_count = 0;
};

}  // namespace loopscope::loop
