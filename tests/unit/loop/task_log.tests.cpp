#include "core/loop/task_log.h"

#include <catch2/catch.hpp>

#include "core/trace/json_writer.h"
#include "core/trace/trace.h"
#include "tests/unit/loop/fake_port.h"

using namespace loopscope;
using loop::Outcome;
using loop::TaskLog;

namespace {

template <typename Payload>
std::vector<Payload> all(const trace::Trace& trace) {
  std::vector<Payload> found;
  for (const trace::Event& event : trace.events)
    if (trace::is<Payload>(event)) found.push_back(trace::unpack<Payload>(event));
  return found;
}

}  // namespace

TEST_CASE("Task ids begin at one and are never given twice", "[loop][task_log]") {
  loop::fake::FakePort port;
  TaskLog log({}, port, nullptr);
  for (uint32_t i = 1; i <= 100; ++i) REQUIRE(log.next_id() == TaskId{i});
}

TEST_CASE("Without a recorder a task runs and nothing is recorded", "[loop][task_log]") {
  loop::fake::FakePort port;
  TaskLog log({}, port, nullptr);
  CHECK_FALSE(log.recording());
  TaskId running{99};
  const uint32_t slot = port.callback("a", [&] { running = log.running(); });
  CHECK(log.run({log.next_id(), slot}, trace::Queue::poll) == Outcome::kCompleted);
  CHECK(port.journal == "a");
  CHECK(port.queues == std::vector{trace::Queue::poll});
  CHECK(running == TaskId{});
}

TEST_CASE("A recorded task has a start and an end with the time it computed", "[loop][task_log]") {
  loop::fake::FakePort port;
  trace::MemorySink sink;
  trace::Recorder recorder(sink);
  TaskLog log(AgentId{3}, port, &recorder);
  port.compute_ms(5);
  const TaskId id = log.next_id();
  const uint32_t slot = port.callback("a", [&] { port.compute_ms(2); });
  log.run({id, slot}, trace::Queue::main);

  const trace::Trace& trace = sink.trace();
  REQUIRE(trace.size() == 2);
  REQUIRE(trace::is<trace::Start>(trace.events[0]));
  CHECK(trace::unpack<trace::Start>(trace.events[0]).id == id);
  CHECK(trace.events[0].time == VirtualTime::from_ms(5));
  CHECK(trace.events[0].agent == AgentId{3});
  REQUIRE(trace::is<trace::End>(trace.events[1]));
  CHECK(trace::unpack<trace::End>(trace.events[1]).cpu_ns == 2'000'000);
  CHECK(trace.events[1].time == VirtualTime::from_ms(7));
}

TEST_CASE("While a task runs it is the running one, also after a task inside it",
          "[loop][task_log]") {
  loop::fake::FakePort port;
  trace::MemorySink sink;
  trace::Recorder recorder(sink);
  TaskLog log({}, port, &recorder);
  const TaskId outer = log.next_id();
  const TaskId inner = log.next_id();
  std::vector<TaskId> running;
  const auto look = [&] { running.push_back(log.running()); };
  const uint32_t inner_slot = port.callback("inner", look);
  const uint32_t outer_slot = port.callback("outer", [&] {
    look();
    log.run({inner, inner_slot}, trace::Queue::tick);
    look();
  });
  log.run({outer, outer_slot}, trace::Queue::main);
  CHECK(running == std::vector{outer, inner, outer});
  CHECK(log.running() == TaskId{});
  CHECK(log.stamp().task == TaskId{});
}

TEST_CASE("How a task ended is given back, and it is over all the same", "[loop][task_log]") {
  loop::fake::FakePort port;
  trace::MemorySink sink;
  trace::Recorder recorder(sink);
  TaskLog log({}, port, &recorder);
  for (const Outcome outcome : {Outcome::kThrew, Outcome::kEnded}) {
    const uint32_t slot = port.callback("a", [outcome] { return outcome; });
    CHECK(log.run({log.next_id(), slot}, trace::Queue::main) == outcome);
    CHECK(log.running() == TaskId{});
  }
  CHECK(all<trace::End>(sink.trace()).size() == 2);
}

TEST_CASE("A cancelled task is discarded, and the trace says so", "[loop][task_log]") {
  loop::fake::FakePort port;
  trace::MemorySink sink;
  trace::Recorder recorder(sink);
  TaskLog log({}, port, &recorder);
  const TaskId id = log.next_id();
  log.cancelled({id, 42});
  CHECK(port.discarded == std::vector<uint32_t>{42});
  REQUIRE(all<trace::Cancel>(sink.trace()).size() == 1);
  CHECK(all<trace::Cancel>(sink.trace())[0].id == id);

  TaskLog silent({}, port, nullptr);
  silent.cancelled({id, 43});
  CHECK(port.discarded == std::vector<uint32_t>{42, 43});
}
