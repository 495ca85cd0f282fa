#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <unordered_map>
#include <vector>

#include "core/loop/checkpoint.h"
#include "core/loop/loop_clock.h"
#include "core/sim/semantics.h"

namespace loopscope::loop {

// A script's timer (Node's Timeout object), valid until it is destroyed. Index into TimerLists.
using TimerId = uint32_t;

// Node's timers: one list for every duration, lists ordered by when their first timer expires
// (Node: lib/internal/timers.js as observed). All times are libuv's: whole milliseconds.
//
// Two consequences users can see: timers of one duration fire in insertion order, and an overdue
// list runs as a whole, so a timer can overtake an earlier-due one of another list.
class TimerLists {
 public:
  TimerLists(TaskLog& log, Checkpoint& checkpoint, LoopClock& clock,
             const sim::Semantics& semantics)
      : m_log(log), m_checkpoint(checkpoint), m_clock(clock), m_semantics(semantics) {}

  // Makes a timer that is in no list yet. `slot` stays with the timer until destroy().
  TimerId create(uint32_t slot, bool refed);
  // Puts the timer at the end of its duration's list, counted from `now` (moves it if it is in
  // one). `task` is the next firing.
  void schedule(TimerId id, int64_t duration_ms, LoopTime now, TaskId task);
  // Takes the timer out of its list, if it is in one. A list emptied of ref'd timers goes at once,
  // one emptied of unref'd timers when it is next due (Node keeps those for reuse).
  void unschedule(TimerId id);
  // After this the id may be reused.
  void destroy(TimerId id);

  void set_refed(TimerId id, bool refed);
  bool scheduled(TimerId id) const { return m_timers[id].list != nullptr; }
  TaskId task(TimerId id) const { return m_timers[id].task; }
  uint32_t slot(TimerId id) const { return m_timers[id].slot; }

  // Timers that are scheduled and keep the loop alive.
  size_t refed_count() const { return m_refed_count; }
  bool empty() const { return m_order.empty(); }
  // When the earliest list is next looked at, in loop milliseconds.
  std::optional<LoopTime> next_expiry() const;
  std::optional<int64_t> next_expiry_ms() const;
  // The first timer of that list.
  TaskId next_task() const;

  // How many timers a run at now_ms would call, for the trace.
  size_t due_count(int64_t now_ms) const;

  // Runs what is due at `now` (Node: processTimers), with a checkpoint between two timers if the
  // semantics say so, and between two lists. kThrew: a callback threw and was handled; call again
  // for the rest.
  Outcome process(LoopTime now);
  // Runs the first list only, if it is due at `now`.
  Outcome process_first_list(LoopTime now);

 private:
  struct List;
  struct Timer {
    uint32_t slot = 0;
    TaskId task;
    LoopTime start;
    List* list = nullptr;
    TimerId previous = 0;
    TimerId next = 0;
    bool refed = true;
    bool in_use = false;
  };
  // A list sits in m_order under (expiry, sequence) while it holds timers or is being run.
  struct List {
    int64_t duration_ms = 0;
    LoopTime expiry;
    uint64_t sequence = 0;
    TaskId subject;  // one of its timers, for which it was put in order
    TimerId first = 0;
    TimerId last = 0;
  };
  struct Earlier {
    const LoopClock& clock;
    bool operator()(const List* a, const List* b) const {
      if (a == b) return false;
      if (a->sequence > b->sequence) return !(*this)(b, a);
      return clock.at_most(a->expiry, b->expiry, Question::timer_order, a->subject, b->subject);
    }
  };

  List& list_for(int64_t duration_ms, LoopTime expiry, TaskId task);
  void append(List& list, TimerId id);
  void unlink(TimerId id);
  void reorder(List& list, LoopTime expiry, TaskId task);
  void drop_if_current(List& list);
  Outcome run_list(List& list, LoopTime now);
  Outcome stop_at(List& list, TimerId id, LoopTime now);

  TaskLog& m_log;
  Checkpoint& m_checkpoint;
  LoopClock& m_clock;
  const sim::Semantics& m_semantics;
  std::vector<Timer> m_timers{1};  // 0 is "no timer"
  std::vector<TimerId> m_free;
  // Looked up by duration only, never iterated.
  std::unordered_map<int64_t, std::unique_ptr<List>> m_lists;
  // Lists dropped while one was being run; it may be the one.
  std::vector<std::unique_ptr<List>> m_retired;
  std::set<List*, Earlier> m_order{Earlier{m_clock}};
  uint64_t m_next_sequence = 0;
  size_t m_refed_count = 0;
};

}  // namespace loopscope::loop
