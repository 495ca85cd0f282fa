#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "core/sim/choices.h"
#include "core/sim/loop_time.h"
#include "core/sim/order_log.h"

namespace loopscope::sim {

// One run with its order left open. Nothing in it takes a time of its own: how much later the
// loop's clock is than it must be, and which of the outstanding requests has completed as the loop
// looks, are choices. What is compared with what is noted, so that an explorer can find the other
// answers.
//
// The one number of the model is the longest pause: what keeps a program from going on (another
// program's turn, a slow disk) takes at most so long at any one place.
class OpenOrder {
 public:
  // `every_step`: see callback_ended().
  OpenOrder(Choices& choices, int64_t longest_pause_ms, bool every_step = false)
      : m_choices(choices), m_pause_ms(longest_pause_ms), m_every_step(every_step) {}

  // ---- The loop's clock ----

  // Asks the clock at this virtual time. The loop's time is what it must be since the last reading
  // plus a choice. Where no time has passed it is the last reading again.
  LoopTime read(VirtualTime now);
  // The same after waiting in poll, perhaps for a moment.
  LoopTime read_after_wait(VirtualTime now, std::optional<LoopTime> not_before);
  // The program looked at a clock, which took so long. Waiting for a time in this way takes just
  // that time, while other work may take longer than it must, and not only for pauses.
  void note_clock_read(VirtualTime cost) { m_clock_reads += cost; }
  // How many times as long as it must work may take.
  static constexpr int64_t kSlower = 20;

  // A time that a program gives back, in whole milliseconds.
  LoopTime known(int64_t ms) const;

  // Whether a <= b. `settled`: the other answer leads to nothing else.
  bool at_most(LoopTime a, LoopTime b, Question question, TaskId task, TaskId other,
               bool settled = false);

  // ---- Requests ----

  void set_threads(size_t threads) { m_threads = threads; }
  // Jobs may take so much longer than they must on the slowest disk there is, pauses apart.
  void set_disk_range(int64_t ms) { m_disk_range_ms = ms; }
  // A job for the thread pool, which takes up jobs in the order in which they come and has at least
  // `least_ms` of work with it.
  // `changes`: it changes what other jobs may look at.
  void begin_job(TaskId task, int64_t least_ms, bool changes, LoopTime now, VirtualTime at);
  // Something the machine tells of itself: in order among each other.
  void begin_event(TaskId task, LoopTime now);
  bool any_outstanding() const { return !m_running.empty() || !m_events.empty(); }

  // The loop looks at what has completed. What is begun from now on is not seen in this look.
  void begin_look(VirtualTime now);
  // The look waits, at most until a timer is due: the first request to complete, or none before
  // that.
  std::optional<TaskId> first_to_come(std::optional<LoopTime> timer);
  // The earliest at which a request can complete.
  LoopTime earliest(TaskId task) const;
  // Another request that had completed as the loop looked.
  std::optional<TaskId> next_there(LoopTime now);
  // Takes out what one of the two has named.
  void take(TaskId task, LoopTime now, VirtualTime at);

  // The program's own code ran, or something else happened that the program may see.
  void note_program_code() { m_program_code_ran = true; }
  // What take() took out has been called back, with ticks and promise jobs. If none of it was the
  // program's code, it was a step of an operation such as readFile(), and the next step has begun.
  // Nobody can tell when such a step comes: whatever could have come before it comes in the same
  // way after it. So the choice is settled, and the next step may take as long as both.
  //
  // That holds while each such operation has a thread, and none changes what another looks at.
  void callback_ended();
  bool needs_every_step() const { return m_needs_every_step; }

  // Something came at a time of its own: other times are possible, and not looked into.
  void note_unexplored() { m_unexplored = true; }
  bool met_unexplored() const { return m_unexplored; }

  // Whether a timer due then cannot come between this look and the next.
  bool is_far(LoopTime due, LoopTime now) const { return due.ms - now.ms > 4 * m_pause_ms; }

  const OrderLog& log() const { return m_log; }
  size_t decisions() const { return m_decisions; }

  // What became of a job: where it ran, and from when until its callback.
  struct Course {
    size_t thread = 0;
    VirtualTime begins;
    VirtualTime arrives;
  };
  using Courses = std::map<TaskId, Course>;
  const Courses& courses() const { return m_courses; }
  // In a second run of the same choices: what became of its jobs in the first.
  void foresee(Courses courses) { m_foreseen = std::move(courses); }
  const Course* foreseen(TaskId task) const;

 private:
  struct Request {
    TaskId task;
    LoopTime begun;
    int64_t least_ms = 0;
    int64_t pauses_ms = 0;  // how much longer it may take
    uint64_t number = 0;
    bool changes = false;
    size_t thread = 0;
  };

  LoopTime add_reading(VirtualTime now, std::vector<Bound> not_before);
  uint64_t decide(ChoicePoint point, uint64_t options);
  std::vector<const Request*> seen() const;
  OrderOption completes(const Request& request, std::optional<LoopTime> now) const;
  OrderOption nothing_until(LoopTime moment, const std::vector<const Request*>& seen) const;
  std::optional<TaskId> choose_arrival(std::vector<OrderOption> options);
  bool holds(const std::vector<Bound>& bounds) const;
  void start(Request request, LoopTime now, VirtualTime at);

  Choices& m_choices;
  int64_t m_pause_ms;
  size_t m_decisions = 0;
  OrderLog m_log;
  VirtualTime m_read_at;  // the virtual time of the last reading
  VirtualTime m_look_at;
  VirtualTime m_clock_reads;  // since the last reading

  size_t m_threads = 4;
  int64_t m_disk_range_ms = 0;
  std::vector<Request> m_running;  // on a thread each, as they came
  std::deque<Request> m_queued;
  std::deque<Request> m_events;
  std::vector<bool> m_busy;  // by thread
  uint64_t m_next_number = 0;
  uint64_t m_seen_below = 0;  // requests with smaller numbers are seen in this look

  bool m_every_step = false;
  bool m_needs_every_step = false;
  bool m_unexplored = false;
  bool m_program_code_ran = false;
  size_t m_arrival = 0;  // the last choice of this kind
  Request m_taken;
  uint64_t m_begun_before = 0;  // requests with smaller numbers were begun before its callback
  Courses m_courses;
  Courses m_foreseen;
};

}  // namespace loopscope::sim
