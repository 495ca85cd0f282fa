#pragma once

#include "core/trace/recorder.h"
#include "core/trace/trace.h"

// A run of two agents, for tests of what is made of it.
namespace loopscope::trace::samples {

inline constexpr AgentId kMain{0};
inline constexpr AgentId kWorker{1};

inline Stamp at_ms(int64_t ms, AgentId agent, TaskId task = {}) {
  return {VirtualTime::from_ms(ms), agent, task};
}

// Main makes a worker at 1 ms, which is online at 5 ms; computes until 10 ms, and meanwhile sends
// it two messages, at 2 and 3 ms. The worker takes one out at 6 ms, and blocks from 7 to 12 ms.
// From 10 ms on main sleeps, until a message at 15 ms; it ends at 20 ms, the worker at 18 ms.
inline Trace conversation() {
  MemorySink sink({1, "main.js", "00", "node20", 0, {}});
  Recorder r(sink);
  const StringId line = r.intern("main.js:3:1");
  const TaskId script = r.new_task();
  const TaskId program = r.new_task();
  const TaskId message = r.new_task();
  r.enqueue(at_ms(0, kMain), script, Queue::main, "main", "main.js", {}, "");
  r.start(at_ms(0, kMain, script), script);
  r.core(at_ms(1, kMain), {CoreOp::take, 0, 2, 0});
  r.agent(at_ms(1, kMain, script),
          {AgentOp::created, 1, AgentKind::thread, r.intern("hash.js"), line});
  r.port(at_ms(1, kMain, script), {PortOp::made, 1, 2, 0, {}, line});
  r.port(at_ms(1, kMain, script), {PortOp::made, 2, 1, 1, {}, line});
  r.port(at_ms(1, kMain, script), {PortOp::made, 3, 4, 0, r.intern("worker 1 (Node's own)"), line});
  r.core(at_ms(1, kWorker), {CoreOp::take, 1, 2, 0});
  r.message(at_ms(2, kMain, script), {MessageOp::send, 1, 1, 2, 16, 0, r.intern("'first'"), line});
  r.message(at_ms(3, kMain, script), {MessageOp::send, 2, 1, 2, 32, 1, r.intern("'second'"), line});
  r.iteration(at_ms(5, kWorker), 1, 5);
  r.phase(at_ms(5, kWorker), Phase::poll, 0);
  r.agent(at_ms(5, kWorker), {AgentOp::online, 1, AgentKind::thread, {}, {}});
  r.enqueue(at_ms(6, kWorker), program, Queue::poll, "message", "", script, "");
  r.start(at_ms(6, kWorker, program), program);
  r.message(at_ms(6, kWorker, program), {MessageOp::receive, 1, 2, 2, 16, 0, {}, {}});
  r.shared(at_ms(7, kWorker, program), {SharedOp::wait, 1, 3, 7, std::nullopt, line});
  r.core(at_ms(7, kWorker), {CoreOp::leave, 1, 2, 0});
  r.end(at_ms(10, kMain, script), script, 10'000'000);
  r.iteration(at_ms(10, kMain), 1, 10);
  r.phase(at_ms(10, kMain), Phase::poll, 0);
  r.wait(at_ms(10, kMain), std::nullopt, "a message");
  r.core(at_ms(10, kMain), {CoreOp::leave, 0, 2, 0});
  r.core(at_ms(12, kWorker), {CoreOp::take, 1, 2, 0});
  r.shared(at_ms(12, kWorker, program), {SharedOp::woken, 1, 3, 7, std::nullopt, {}});
  r.message(at_ms(14, kWorker, program),
            {MessageOp::send, 3, 2, 1, 8, 0, r.intern("'back'"), line});
  r.core(at_ms(15, kMain), {CoreOp::take, 0, 2, 0});
  r.enqueue(at_ms(15, kMain), message, Queue::poll, "message", "", program, "");
  r.start(at_ms(15, kMain, message), message);
  r.message(at_ms(15, kMain, message), {MessageOp::receive, 3, 1, 1, 8, 0, {}, {}});
  r.end(at_ms(16, kMain, message), message, 1'000'000);
  r.iteration(at_ms(16, kMain), 2, 16);
  r.end(at_ms(17, kWorker, program), program, 6'000'000);
  r.exit(at_ms(18, kWorker), 5);
  r.core(at_ms(18, kWorker), {CoreOp::leave, 1, 2, 0});
  r.exit(at_ms(20, kMain), 0);
  r.core(at_ms(20, kMain), {CoreOp::leave, 0, 2, 0});
  return sink.take();
}

// The step after all events up to that time.
inline StepIndex after_ms(const Trace& trace, int64_t ms) {
  uint64_t step = 0;
  while (step < trace.size() && trace.events[step].time <= VirtualTime::from_ms(ms)) ++step;
  return StepIndex{step};
}

}  // namespace loopscope::trace::samples
