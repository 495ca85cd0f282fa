#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "core/sim/choices.h"
#include "core/sim/inbox.h"
#include "core/sim/loop_time.h"
#include "core/sim/order_log.h"

namespace loopscope::sim {

class OpenMachine;

// One agent of a run with its order left open. Nothing in it takes a time of its own: how much
// later the loop's clock is than it must be, which of the outstanding requests has completed as the
// loop looks, and what has come from other agents, are choices. What is compared with what is
// noted, so that an explorer can find the other answers.
//
// The one number of the model is the longest pause: what keeps a program from going on (another
// program's turn, a slow disk) takes at most so long at any one place.
class OpenOrder {
 public:
  OpenOrder(OpenMachine& machine, AgentId agent) : m_machine(machine), m_agent(agent) {}

  // It was made by that one.
  void begin_after(const OpenOrder& parent);
  // What it has done and knows of; and one more of its own steps.
  const Past& past() const { return m_past; }
  void step();

  // ---- The loop's clock ----

  // Asks the clock at this virtual time. The loop's time is what it must be since the last reading
  // plus a choice. Where no time has passed it is the last reading again.
  LoopTime read(VirtualTime now);
  // The program did that, and goes on: the next reading is another one.
  void note_reading_by_program() { m_time_passes = true; }
  // The same after waiting in poll, perhaps for a moment.
  LoopTime read_after_wait(VirtualTime now, std::optional<LoopTime> not_before);
  // The program looked at a clock, which took so long. Waiting for a time in this way takes just
  // that time, while other work may take longer than it must, and not only for pauses.
  void note_clock_read(VirtualTime cost) { m_clock_reads += cost; }
  // It waited so long, in virtual time, for what others do. That takes as long as they take, so it
  // is told by what came, and is no work of its own.
  void note_wait(VirtualTime waited) { m_waited += waited; }
  // How many times as long as it must work may take.
  static constexpr int64_t kSlower = 20;

  // A time that a program gives back, in whole milliseconds.
  LoopTime known(int64_t ms) const;

  // Whether a <= b. `settled`: the other answer leads to nothing else.
  bool at_most(LoopTime a, LoopTime b, Question question, TaskId task, TaskId other,
               bool settled = false);

  // ---- Requests ----

  // A job for the thread pool, which takes up jobs in the order in which they come and has at least
  // `least_ms` of work with it.
  // `changes`: it changes what other jobs may look at.
  void begin_job(TaskId task, int64_t least_ms, bool changes, LoopTime now, VirtualTime at);
  // Something the machine tells of itself: in order among each other.
  void begin_event(TaskId task, LoopTime now);
  bool any_outstanding() const { return any_jobs() || !m_events.empty(); }
  bool any_jobs() const { return !m_running.empty(); }

  // ---- Other agents ----

  // Sends something at this virtual time. Its place in the log.
  size_t send(uint64_t channel, std::string what, VirtualTime now, bool closes = false);
  // It knows from another agent, otherwise than by what was sent, how far that one is.
  void learn_from(const OpenOrder& other) { learn(other.m_past); }
  // It tells a worker to stop, which is sent to it like anything else: the worker finds it as it
  // looks, before it sends something, and at its end.
  void send_stop(OpenOrder& worker, const std::string& by, VirtualTime now);
  void add_stop(Inbox& inbox) const;
  bool is_told_to_stop() const { return m_stop.has_value(); }
  bool is_stop(const Incoming& incoming) const { return m_stop && m_stop->sent == incoming.sent; }
  // Whether more is given to it than it has decided yet.
  bool is_given_more() const;
  // It is stopped in the middle of something, where it does not look.
  void note_stop_in_between();
  // Its parent has ended, and what it does from now on comes of that.
  void end_after(const OpenOrder& parent);
  bool is_ended_by_parent() const { return m_ended_by_parent; }

  // ---- Looks ----

  // The loop looks at what has completed. What is begun from now on is not seen in this look.
  void begin_look(VirtualTime now);
  // The look waits, at most until a timer is due: the first request to complete, or none before
  // that.
  std::optional<TaskId> first_to_come(std::optional<LoopTime> timer);
  // The earliest at which a request can complete.
  LoopTime earliest(const Arrival& arrival) const;
  // Another request that had completed as the loop looked.
  std::optional<TaskId> next_there(LoopTime now);

  // Where there are channels, what is to come first may have been given and not be there yet.
  enum class Readiness : uint8_t { kReady, kGivenIsToCome, kNothingThere };
  Readiness readiness(const Inbox& inbox) const;
  // The same two for requests and channels.
  Arrival first_to_come(std::optional<LoopTime> timer, const Inbox& inbox);
  Arrival next_there(LoopTime now, const Inbox& inbox);
  // What a program takes out of a channel itself, if anything is there.
  Arrival taken_at_once(const Inbox& inbox, VirtualTime now);
  // Whether something is surely there: it was sent before something this agent knows of.
  bool is_certain(const Incoming& incoming) const;
  // What may still come in this look: poll goes through the channels once.
  Inbox rest_of(Inbox inbox) const;

  // Takes out what one of these has named.
  void take(TaskId task, LoopTime now, VirtualTime at);
  void take(const Incoming& incoming);

  // The program's own code ran, or something else happened that the program may see.
  void note_program_code() { m_program_code_ran = true; }
  // What take() took out has been called back, with ticks and promise jobs. If none of it was the
  // program's code, it was a step of an operation such as readFile(), and the next step has begun.
  // Nobody can tell when such a step comes: whatever could have come before it comes in the same
  // way after it. So the choice is settled, and the next step may take as long as both.
  //
  // That holds while each such operation has a thread, and none changes what another looks at.
  void callback_ended();

  // Something goes its one way while others are possible; `what` says so in words.
  void note_gap(std::string what);

  // Whether a timer due then cannot come between this look and the next.
  bool is_far(LoopTime due, LoopTime now) const;

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
  // How poll looks.
  struct Look {
    std::optional<LoopTime> timer;  // it waits for
    std::optional<LoopTime> now;    // it does not wait
    bool goes_on = false;           // it may find nothing
  };

  OrderLog& log() const;
  void learn(const Past& past);
  VirtualTime work_since_reading(VirtualTime now) const { return now - m_read_at - m_waited; }
  LoopTime add_reading(VirtualTime now, std::vector<Bound> not_before);
  uint64_t decide(ChoicePoint point, uint64_t options);
  std::vector<const Request*> seen() const;
  OrderOption completes(const Request& request, std::optional<LoopTime> now) const;
  OrderOption comes(const Incoming& incoming, const Look& look) const;
  OrderOption nothing_until(LoopTime moment, const std::vector<const Request*>& seen) const;
  OrderOption nothing_at(const Look& look, const Inbox& inbox,
                         const std::vector<const Request*>& seen) const;
  std::optional<TaskId> choose_arrival(std::vector<OrderOption> options);
  Arrival choose_incoming(const Look& look, const Inbox& inbox,
                          const std::vector<const Request*>& requests);
  void note_choice(OrderChoice choice);
  OrderChoice new_choice(Question question) const;
  size_t first_that_holds(const std::vector<OrderOption>& options, size_t otherwise) const;
  bool holds(const std::vector<Bound>& bounds) const;
  void start(Request request, LoopTime now, VirtualTime at);

  OpenMachine& m_machine;
  AgentId m_agent;
  Past m_past;
  std::optional<uint32_t> m_last_reading;
  VirtualTime m_read_at;  // the virtual time of the last reading
  VirtualTime m_look_at;
  VirtualTime m_clock_reads;  // since the last reading
  VirtualTime m_waited;       // the same, for others
  bool m_time_passes = false;

  std::vector<Request> m_running;  // on a thread each, as they came
  std::deque<Request> m_queued;
  std::deque<Request> m_events;
  std::vector<bool> m_busy;  // by thread
  uint64_t m_next_number = 0;
  uint64_t m_seen_below = 0;        // requests with smaller numbers are seen in this look
  std::optional<uint64_t> m_place;  // of the channel that something has come on in this look
  bool m_commutes = true;  // what was taken last, with what else may come, if nobody sees it

  bool m_is_worker = false;
  std::optional<Incoming> m_stop;  // what tells it to stop
  bool m_ended_by_parent = false;

  bool m_program_code_ran = false;
  size_t m_arrival = 0;  // the last choice of this kind
  Request m_taken;
  uint64_t m_begun_before = 0;  // requests with smaller numbers were begun before its callback
};

}  // namespace loopscope::sim
