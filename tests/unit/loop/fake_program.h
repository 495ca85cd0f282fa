#pragma once

#include <string>
#include <utility>

#include "core/loop/event_loop.h"
#include "core/sim/semantics.h"
#include "tests/unit/loop/fake_port.h"

namespace loopscope::loop::fake {

// A program without an engine: an event loop on a FakePort, and what a script would call.
class FakeProgram {
 public:
  explicit FakeProgram(std::string_view node = "node20", trace::Recorder* recorder = nullptr,
                       uint64_t starvation_limit = 1'000)
      : loop(AgentId{}, port, recorder, *sim::semantics_named(node), starvation_limit) {}

  template <typename F = Body>
  Task task(std::string name, F body = {}) {
    return {loop.log().next_id(), port.callback(std::move(name), std::move(body))};
  }

  template <typename... F>
  TimerId timer(int64_t ms, std::string name, F... body) {
    const Task firing = task(std::move(name), std::move(body)...);
    const TimerId id = loop.timers().create(firing.slot, true);
    loop.schedule_timer(id, ms, firing.id);
    return id;
  }
  template <typename... F>
  ImmediateId immediate(std::string name, F... body) {
    return loop.immediates().add(task(std::move(name), std::move(body)...), true);
  }
  template <typename... F>
  void tick(std::string name, F... body) {
    loop.checkpoint().push_tick(task(std::move(name), std::move(body)...));
  }
  template <typename... F>
  void job(std::string name, F... body) {
    loop.checkpoint().push_job(task(std::move(name), std::move(body)...));
  }
  template <typename... F>
  void request(int64_t due_ms, std::string name, F... body) {
    loop.complete_at(VirtualTime::from_ms(due_ms), task(std::move(name), std::move(body)...));
  }
  template <typename... F>
  void pending(std::string name, F... body) {
    loop.defer(task(std::move(name), std::move(body)...));
  }
  template <typename... F>
  void close(std::string name, F... body) {
    loop.close(task(std::move(name), std::move(body)...));
  }

  void clear_timer(TimerId id) { loop.timers().unschedule(id); }
  void busy(int64_t ms) { port.compute_ms(ms); }
  int64_t now_ms() { return port.now().ms(); }

  // Runs the loop until it ends and gives what ran.
  std::string run() {
    outcome = loop.run();
    return port.journal;
  }

  FakePort port;
  EventLoop loop;
  Outcome outcome = Outcome::kCompleted;
};

// The rest of a callback that throws, with a handler that takes the error.
inline Outcome throws() {
  return Outcome::kThrew;
}
// The rest of a callback that ends the run.
inline Outcome ends() {
  return Outcome::kEnded;
}

}  // namespace loopscope::loop::fake
