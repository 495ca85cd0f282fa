#pragma once

#include <cstdint>
#include <functional>
#include <optional>

#include "core/loop/task.h"
#include "core/sim/inbox.h"

namespace loopscope::loop {

// How a callback ended.
enum class Outcome : uint8_t {
  kCompleted,
  kThrew,  // it threw, and a handler for uncaught exceptions took the error: the loop goes on
  kEnded,  // the run is being ended (process.exit, an uncaught error, a limit): call nothing more
};

// What the loop asks of its host. Implemented by core/js for real programs and by fakes in tests.
class Port {
 public:
  virtual ~Port() = default;

  // The agent's own virtual time, with the CPU time used so far.
  virtual VirtualTime now() = 0;
  // Blocks in poll until `until`, or until another agent wakes this one; without a time, only a
  // wake can end the wait. Returns false if nothing will ever come: the loop then ends.
  virtual bool wait(std::optional<VirtualTime> until) = 0;

  // Poll looks at what has come. What the program opens from now on is not looked at before the
  // next time.
  virtual void begin_look() {}

  // What other agents send, which keeps no loop alive by itself: when the next thing arrives that
  // the agent looks for, if anything is on its way; and, in the poll phase behind the requests,
  // making the tasks of what has arrived, one by one as they are run by `run`.
  virtual std::optional<VirtualTime> next_arrival() { return std::nullopt; }
  using RunTask = std::function<Outcome(const Task& task, Queue queue)>;
  virtual Outcome receive(const RunTask& run) {
    (void)run;
    return Outcome::kCompleted;
  }

  // The same where the order is open: what there is of it, and running what comes first. Waiting
  // for something new to be sent (false: nothing ever will be); and for a time, whatever comes.
  virtual sim::Inbox inbox() { return {}; }
  virtual Outcome receive_first(const sim::Incoming& incoming, const RunTask& run) {
    (void)incoming, (void)run;
    return Outcome::kCompleted;
  }
  virtual bool wait_for_others() { return false; }
  virtual void pass_until(VirtualTime time) { (void)wait(time); }

  // Calls the task's callback with an empty stack and releases its slot. Does not drain anything.
  virtual Outcome run(const Task& task, Queue queue) = 0;
  // Releases the slot of a task that will never run.
  virtual void discard(const Task& task) = 0;

  // What Node itself queued for the beginning of the check phase (its native immediates).
  virtual Outcome run_native_immediates() = 0;

  // Rejections: the promise of `slot` was rejected and nobody handles it (Node's
  // unhandledRejection), or a promise already reported was handled after all (rejectionHandled).
  virtual Outcome report_unhandled_rejection(uint32_t slot) = 0;
  virtual Outcome report_late_handling(uint32_t slot) = 0;

  // A drain of ticks and jobs went on beyond the starvation limit: ends the run.
  virtual void starved(uint64_t drained) = 0;
};

}  // namespace loopscope::loop
