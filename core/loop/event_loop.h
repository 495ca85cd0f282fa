#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "core/loop/immediates.h"
#include "core/loop/readiness.h"
#include "core/loop/timer_lists.h"

namespace loopscope::loop {

// One agent's event loop: libuv's uv_run as Node drives it. Everything that calls back into the
// host ends in a checkpoint. Times inside are libuv's whole milliseconds, read from Port::now()
// where libuv and Node read the clock.
class EventLoop {
 public:
  EventLoop(AgentId agent, Port& port, trace::Recorder* recorder, const sim::Semantics& semantics,
            uint64_t starvation_limit, sim::OpenOrder* open = nullptr);

  // Runs until nothing keeps the loop alive (uv_run, UV_RUN_DEFAULT). kEnded: the run is being
  // ended.
  Outcome run();
  // Whether run() would find anything to do (uv_loop_alive).
  bool alive() const;

  // Runs the main script and then the checkpoint, also if it threw.
  Outcome run_main(const Task& task);

  // Timers. set_timer rounds as Node's setTimeout has already done (1 .. 2^31-1 ms).
  void schedule_timer(TimerId id, int64_t duration_ms, TaskId task);
  // As schedule_timer, counting from an earlier reading of the loop time (an interval's next
  // firing).
  void schedule_timer_from(TimerId id, int64_t duration_ms, LoopTime start, TaskId task);
  TimerLists& timers() { return m_timers; }
  Immediates& immediates() { return m_immediates; }
  Checkpoint& checkpoint() { return m_checkpoint; }
  TaskLog& log() { return m_log; }

  // A request (a file operation, a look-up) whose callback comes in the poll phase at `due` or
  // later. It keeps the loop alive. Requests due at the same time complete in the order they were
  // started.
  void complete_at(VirtualTime due, Task task);
  // The same where the order is open, which then decides when: a job of the thread pool that takes
  // at least so long and perhaps changes files, and what the machine tells of itself.
  void complete_job(Task task, VirtualTime at_least, bool changes);
  void complete_event(Task task);
  // A callback for the next pending phase (uv__run_pending: I/O callbacks put off by one
  // iteration).
  void defer(Task task);
  // A handle's close callback (uv_close): runs in the closing phase, the last closed first.
  void close(Task task);
  size_t request_count() const { return m_requests.size() + m_open_requests.size(); }
  // What poll waits for besides requests. Not owned; none by default.
  void set_readiness(Readiness* readiness) { m_readiness = readiness; }
  // An open handle that keeps the loop alive without anything being due (a server, a port).
  void ref_handle() { ++m_refed_handles; }
  void unref_handle() { --m_refed_handles; }

  // Makes sure that one more iteration comes, at once: what Node does after an uncaught exception
  // was handled, so that left-over ticks run.
  void wake_once() { m_immediates.add_wake(); }

  // The loop's cached time (uv_now), and the same after asking the clock (uv_update_time, then
  // uv_now).
  int64_t now_ms() const { return m_clock.now_ms(); }
  int64_t update_time() { return m_clock.update(); }
  LoopTime now() const { return m_clock.now(); }
  // A reading of it that a program gives back.
  LoopTime known_time(int64_t ms) const { return m_clock.known(ms); }

 private:
  // The phases, in libuv's order; each mirrors the uv__run_… function of its name.
  Outcome run_iteration();
  Outcome run_timers();
  Outcome run_timer_lists();
  Outcome run_timer_lists_one_by_one();
  Outcome run_pending();
  Outcome poll();
  Outcome run_check();
  Outcome run_closing();

  bool anything_due() const;
  bool anything_arrived() const;
  bool timer_due() const;
  Outcome run_due();
  Outcome run_ready_before(std::optional<VirtualTime> time);
  // poll() where the order is open (event_loop_open.cpp).
  Outcome poll_openly();
  bool wait_openly(std::optional<sim::Arrival>& first);
  bool wait_for_agents(std::optional<sim::Arrival>& first);
  bool is_something_sent() const;
  std::optional<sim::Arrival> next_there();
  Outcome run_arrivals(const sim::Arrival& first);
  Outcome run_arrival(const sim::Arrival& arrival);
  bool nothing_can_come_between() const;
  bool only_timers_wait() const;
  size_t queued_callbacks() const;
  Outcome poll_network();
  bool network_may_come() const;
  std::optional<VirtualTime> poll_until() const;
  bool may_block() const;
  Outcome make_callback(const Task& task, Queue queue);
  Outcome run_detached(const std::vector<Task>& tasks, Queue queue);
  void arm_timer();
  void record_wait(std::optional<VirtualTime> until);
  const char* awaited(std::optional<VirtualTime> until) const;

  Port& m_port;
  const sim::Semantics m_semantics;
  LoopClock m_clock;
  TaskLog m_log;
  Checkpoint m_checkpoint;
  TimerLists m_timers;
  Immediates m_immediates;

  uint64_t m_iteration = 0;
  // Node's one libuv timer, armed for the earliest timer list.
  std::optional<LoopTime> m_timer_due;
  std::map<std::pair<VirtualTime, uint64_t>, Task> m_requests;
  uint64_t m_next_request = 0;
  sim::OpenOrder* m_open;  // null: the order is that of the times
  std::map<TaskId, Task> m_open_requests;
  std::vector<Task> m_pending;
  std::vector<Task> m_closing;
  size_t m_refed_handles = 0;
  Readiness* m_readiness = nullptr;
};

}  // namespace loopscope::loop
