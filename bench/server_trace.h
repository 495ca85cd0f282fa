#pragma once

#include <chrono>
#include <cstdint>
#include <string>

#include "core/trace/recorder.h"
#include "core/trace/trace.h"

// What the benchmarks of the desktop app share: a trace of a million events of busy agents, and the
// host's clock.
namespace loopscope::bench {

using namespace loopscope::trace;

constexpr uint64_t kEvents = 1'000'000;
constexpr uint16_t kMostAgents = 4;

inline double milliseconds() {
  const auto now = std::chrono::steady_clock::now().time_since_epoch();
  return std::chrono::duration<double, std::milli>(now).count();
}

// One turn of an agent's loop: a wait, a timer that schedules ticks, one of which prints.
inline VirtualTime turn(Recorder& recorder, AgentId agent, VirtualTime now, uint32_t number) {
  const auto at = [&](TaskId task = {}) {
    now += VirtualTime{70 + number % 50};
    return Stamp{now, agent, task};
  };
  recorder.iteration(at(), number, now.ms());
  recorder.phase(at(), Phase::poll, 0);
  recorder.wait(at(), now, "the next timer");
  now += VirtualTime::from_us(number % 900);
  recorder.phase_end(at(), Phase::poll);
  recorder.phase(at(), Phase::timers, 1);
  const std::string place = "server.js:" + std::to_string(number % 100) + ":12";
  const TaskId timer = recorder.new_task();
  recorder.enqueue(at(), timer, Queue::timers, "handleRequest", place, {}, "");
  recorder.start(at(timer), timer);
  for (uint32_t i = 0; i < 5; ++i) {
    const TaskId tick = recorder.new_task();
    const Queue queue = i % 2 == 0 ? Queue::tick : Queue::microtask;
    recorder.enqueue(at(timer), tick, queue, "respond", place, timer, place);
    recorder.start(at(tick), tick);
    if (i == 0) {
      recorder.console(at(tick), Stream::out, "request " + std::to_string(number) + " served\n");
    }
    recorder.end(at(tick), tick, 300);
  }
  recorder.end(at(timer), timer, 900);
  recorder.phase_end(at(), Phase::timers);
  return now;
}

inline Trace server_trace(uint16_t agents) {
  MemorySink sink;
  Recorder recorder(sink);
  VirtualTime now[kMostAgents];
  for (uint32_t number = 1; recorder.events() < kEvents; ++number) {
    const auto agent = static_cast<uint16_t>(number % agents);
    now[agent] = turn(recorder, AgentId{agent}, now[agent], number);
  }
  return sink.take();
}

}  // namespace loopscope::bench
