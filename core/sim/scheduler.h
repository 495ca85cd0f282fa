#pragma once

#include <cstdint>
#include <exception>
#include <functional>
#include <limits>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "core/sim/agenda.h"
#include "core/sim/host_thread.h"
#include "core/trace/types.h"

namespace loopscope::sim {

class Scheduler;

// How a wait ended. Waits may end early without a cause: look at what you waited for again.
enum class Wake : uint8_t {
  kTime,    // the time waited for has come
  kWoken,   // another agent called wake()
  kEnding,  // the agent is to end: return from its body soon
};

// One agent as the scheduler sees it: a local clock, a host thread, and a core while it computes.
// Its body gets it and calls it on its own host thread only; other agents are named by their ids.
class AgentThread {
 public:
  AgentThread(const AgentThread&) = delete;
  AgentThread& operator=(const AgentThread&) = delete;

  AgentId id() const { return m_id; }
  const std::string& name() const { return m_name; }
  Scheduler& scheduler() { return m_scheduler; }

  // The agent's virtual time. Never goes back.
  VirtualTime now() const { return m_now; }
  // CPU time used: now() less what was spent waiting for events or for a core.
  VirtualTime cpu_used() const { return m_now - m_started - m_waited; }
  // The core it computes on, counted from 0.
  int core() const { return m_core; }
  // Until then advance() costs next to nothing: nobody else can act upon it.
  VirtualTime horizon() const { return m_horizon; }

  // Uses the CPU for `cost`. Others may run meanwhile, and with fewer cores than busy agents now()
  // may then be later than the cost alone would make it.
  void advance(VirtualTime cost) {
    m_now += cost;
    if (m_now >= m_horizon) [[unlikely]]
      reach_horizon();
  }

  // Waits, without using a core, until `time` or until another agent wakes this one. `reason` says
  // what for, in words that complete "NAME waits for ".
  Wake sleep_until(VirtualTime time, std::string reason);
  // Waits until another agent wakes this one.
  Wake block(std::string reason);

  // Lets `other`'s wait end at `at` (not before this agent's now). If it does not wait, or has seen
  // that time pass, its next wait ends at once. Nothing happens if it has ended.
  void wake(AgentId other, VirtualTime at);
  // Asks `other` to end at `at`: its waits end with kEnding and ending() is true there from then
  // on.
  void end(AgentId other, VirtualTime at);
  // True: return from the body soon. A long computation asks now and then.
  bool ending() const { return m_now >= m_end_at; }
  // Waits until `other` has ended, even if this one is to end itself: for what both use.
  void outlive(AgentId other);

 private:
  friend class Scheduler;

  enum class State : uint8_t {
    kReady,    // wants a core since m_now
    kRunning,  // has a core
    kWaiting,  // until m_wake_at
    kEnded,
  };
  static constexpr VirtualTime kNever{std::numeric_limits<int64_t>::max()};

  AgentThread(Scheduler& scheduler, AgentId id, std::string name, VirtualTime starts_at,
              std::function<void(AgentThread&)> body)
      : m_scheduler(scheduler),
        m_id(id),
        m_name(std::move(name)),
        m_body(std::move(body)),
        m_now(starts_at),
        m_started(starts_at),
        m_left_core(starts_at) {}

  void reach_horizon();
  void lower_horizon(VirtualTime other_acts_at);
  Wake wait(VirtualTime until, std::string reason);

  VirtualTime m_horizon;  // it may compute until here without asking
  Scheduler& m_scheduler;
  AgentId m_id;
  std::string m_name;
  std::function<void(AgentThread&)> m_body;
  State m_state = State::kReady;
  int m_core = -1;
  VirtualTime m_now;
  VirtualTime m_started;
  VirtualTime m_left_core;         // kReady, kWaiting: since when it has been without one
  VirtualTime m_waited;            // in all, for events and for cores
  VirtualTime m_slice_end;         // kRunning: of its turn
  uint64_t m_turn = 0;             // kRunning: later turns have greater numbers
  VirtualTime m_wake_at = kNever;  // kWaiting: when it becomes ready
  VirtualTime m_end_at = kNever;
  AgentThread* m_outlives = nullptr;  // kWaiting: for this one to end, and nothing else
  std::set<VirtualTime> m_wakes;      // calls of wake() that no wait has ended with yet
  std::string m_reason;
  Baton m_baton;
  HostThread m_thread;
};

// What the scheduler tells of what it does. Called by the holder of the baton.
class SchedulerWatcher {
 public:
  virtual ~SchedulerWatcher() = default;
  // Whatever agents do from now on has this time or a later one.
  virtual void on_settled(VirtualTime time) = 0;
  // The agent, at its now(), begins to compute on its core, after waiting for one so long; or
  // ceases.
  virtual void on_core_taken(const AgentThread& agent, VirtualTime waited) = 0;
  virtual void on_core_left(const AgentThread& agent) = 0;
};

// A conservative discrete-event scheduler for agents: threads and processes of JavaScript that run
// on simulated cores. Of all agents that can go on, the one with the smallest local time does, ties
// by id; so what each sees of the others never depends on the host. Agents run on host threads of
// their own (so that one can wait in the middle of a function) but only one at a time, the holder
// of a baton; all state here belongs to the holder.
//
// Busy agents on a core each take turns: after a quantum, the one that has waited longest for a
// core gets it. Agents on different cores may be ahead of each other by the lookahead, since
// changing the host thread at every step would take forever; what one tells another takes at least
// that long.
class Scheduler {
 public:
  struct Options {
    int cpus = 4;
    // The order of what Linux gives a busy thread before another one's turn.
    VirtualTime quantum = VirtualTime::from_ms(4);
    // The order of what handing a message to another thread takes.
    VirtualTime lookahead = VirtualTime::from_us(20);
    size_t stack_bytes = 8U << 20;
    SchedulerWatcher* watcher = nullptr;  // not owned; may be null
  };
  using Body = std::function<void(AgentThread&)>;

  struct Waiting {
    AgentId agent;
    std::string name;
    std::string reason;
    VirtualTime since;
  };
  struct Result {
    VirtualTime ended_at;
    // Not empty: the run ended because every agent left waited for another, forever. In order of
    // id.
    std::vector<Waiting> deadlock;
  };

  explicit Scheduler(Options options);
  ~Scheduler();
  Scheduler(const Scheduler&) = delete;
  Scheduler& operator=(const Scheduler&) = delete;

  // Adds an agent whose body starts at `starts_at`: before run(), or from a running agent, whose
  // time is not later. Its id is the number of agents added before. The body runs even if the agent
  // is asked to end before it starts; it sees ending() then.
  AgentId add_agent(std::string name, VirtualTime starts_at, Body body);

  // Has something happen then that is no agent's doing: what arrives from elsewhere. Not before the
  // time of who asks. Never if every agent has ended by then.
  using HappeningId = Agenda<std::function<void()>>::Id;
  HappeningId at(VirtualTime time, std::function<void()> happens);
  void cancel(HappeningId id) { m_happenings.cancel(id); }
  // As those of AgentThread, for that. Nobody needs to wake the agent that has the baton.
  void wake(AgentId agent, VirtualTime at);
  void end(AgentId agent, VirtualTime at);

  const Options& options() const { return m_options; }
  // Agents that have not ended.
  size_t live_count() const { return m_live.size(); }
  // Why every agent that was left waited forever, if that is so: the run is being ended for it.
  const std::vector<Waiting>& deadlock() const { return m_result.deadlock; }

  // Runs until every agent has ended. If all that are left wait forever, they are asked to end. If
  // a body throws, the others are asked to end and the exception is thrown from here. Once only.
  Result run();

 private:
  friend class AgentThread;

  using State = AgentThread::State;
  static constexpr VirtualTime kNever = AgentThread::kNever;

  struct Core {
    VirtualTime free_at;
    bool busy = false;
  };

  void thread_main(AgentThread& agent);
  // Gives the baton to the agent that is to go on and takes it back; at once if that is `self`.
  void reschedule(AgentThread& self);
  AgentThread* next_holder();
  bool start_thread(AgentThread& agent);

  AgentThread* pick_next();
  bool let_happen(VirtualTime before);
  AgentThread* first_in(State state) const;
  bool any_core_free() const;
  Core* core_for(const AgentThread& ready);
  VirtualTime dispatch_time(const AgentThread& ready);
  void end_wait(AgentThread& agent, VirtualTime at);
  void make_ready(AgentThread& agent);
  void dispatch(AgentThread& agent);
  bool turn_is_over(AgentThread& agent);
  void renew_turn(AgentThread& agent, VirtualTime time);
  void leave_core(AgentThread& agent, State state);
  VirtualTime horizon_of(const AgentThread& agent);

  void retire(AgentThread& agent);
  void join_ended();
  void note_deadlock();
  void end_all(VirtualTime at);

  Options m_options;
  std::vector<Core> m_cores;
  std::vector<std::unique_ptr<AgentThread>> m_agents;  // by id
  std::vector<AgentThread*> m_live;                    // not ended, by id
  std::vector<AgentThread*> m_to_join;                 // ended, their host threads not joined
  AgentThread* m_holder = nullptr;
  Agenda<std::function<void()>> m_happenings;
  Result m_result;
  std::exception_ptr m_exception;
  uint64_t m_next_turn = 0;
  Baton m_done;
};

// "main waits for Atomics.wait since 12.000 ms; worker 1 waits for …": a deadlock in words.
std::string to_text(const std::vector<Scheduler::Waiting>& deadlock);

}  // namespace loopscope::sim
