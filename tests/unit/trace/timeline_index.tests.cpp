#include "core/trace/timeline_index.h"

#include <catch2/catch.hpp>

#include "sample_traces.h"

using namespace loopscope;
using namespace loopscope::trace;

namespace {

std::vector<std::string> labels(const Trace& trace, const TimelineIndex& index,
                                const SortedBlocks<PendingTask>& queue) {
  std::vector<std::string> labels;
  for (const PendingTask& pending : queue)
    labels.emplace_back(trace.view(index.tasks().at(pending.task).label));
  return labels;
}

}  // namespace

TEST_CASE("the state at every step by keyframe is that of a replay from the beginning") {
  for (const uint32_t seed : {1U, 2U}) {
    const Trace trace = samples::RandomTrace(seed).make(3'000);
    const TimelineIndex index(trace);
    State replayed;
    for (uint64_t step = 0; step < trace.size(); ++step) {
      REQUIRE(index.state_at(StepIndex{step}) == replayed);
      replayed.apply(trace, index.tasks(), StepIndex{step});
    }
    CHECK(index.state_at(StepIndex{trace.size()}) == replayed);
  }
}

TEST_CASE("stepping forward and back again ends in an equal state") {
  const Trace trace = samples::RandomTrace(4).make(2'000);
  const TimelineIndex index(trace);
  Cursor cursor(index);
  std::vector<State> seen{cursor.state()};
  while (cursor.forward()) seen.push_back(cursor.state());
  CHECK(cursor.step() == StepIndex{trace.size()});
  while (cursor.back()) REQUIRE(cursor.state() == seen[cursor.step().value]);
  CHECK(cursor.step() == StepIndex{0});
  for (const uint64_t jump : {1'500U, 1'510U, 3U, 1'999U, 2'000U, 0U}) {
    cursor.seek(StepIndex{jump});
    CHECK(cursor.state() == seen[jump]);
  }
}

TEST_CASE("an index grows with its trace") {
  const Trace whole = samples::RandomTrace(5).make(3'000);
  Trace growing = samples::RandomTrace(5).make(3'000);
  growing.events.resize(10);
  TimelineIndex grown(growing);
  while (growing.size() < whole.size()) {
    growing.events.push_back(whole.events[growing.size()]);
    if (growing.size() % 7 == 0) grown.extend();
  }
  grown.extend();
  const TimelineIndex index(whole);
  for (uint64_t step = 0; step <= whole.size(); step += 13)
    REQUIRE(grown.state_at(StepIndex{step}) == index.state_at(StepIndex{step}));
}

TEST_CASE("an empty trace has an empty state") {
  const Trace trace;
  const TimelineIndex index(trace);
  CHECK(index.state_at(StepIndex{0}) == State{});
  Cursor cursor(index);
  CHECK_FALSE(cursor.forward());
  CHECK_FALSE(cursor.back());
}

TEST_CASE("the quiz's queues hold what the program put there") {
  const Trace trace = samples::quiz();
  const TimelineIndex index(trace);
  Cursor cursor(index);
  while (cursor.forward() && !is<End>(trace.at(cursor.step()))) continue;
  const AgentState& agent = *cursor.state().agent({});
  CHECK(labels(trace, index, agent.queue(Queue::timers)) == std::vector<std::string>{"timeout"});
  CHECK(labels(trace, index, agent.queue(Queue::check)) == std::vector<std::string>{"immediate"});
  CHECK(labels(trace, index, agent.queue(Queue::tick)) == std::vector<std::string>{"tick"});
  CHECK(agent.running.size() == 1);
  CHECK(agent.timers.size() == 1);
  CHECK(agent.stdout_lines == 2);
  cursor.seek(StepIndex{trace.size()});
  const AgentState& end = *cursor.state().agent({});
  CHECK(end.exit_code == 0);
  CHECK(end.timers.empty());
  CHECK(end.stdout_lines == 6);
  for (const auto& queue : end.queues) CHECK(queue.empty());
}

TEST_CASE("timers wait in order of their due time, and ticks in order of coming") {
  samples::Script s;
  s.enqueue(Queue::timers, "late", "a.js:1:1", VirtualTime::from_ms(9));
  s.enqueue(Queue::timers, "early", "a.js:2:1", VirtualTime::from_ms(2));
  s.enqueue(Queue::tick, "first", "a.js:3:1");
  s.enqueue(Queue::tick, "second", "a.js:4:1");
  const Trace trace = s.take();
  const TimelineIndex index(trace);
  const State state = index.state_at(StepIndex{4});
  const AgentState& agent = *state.agent({});
  CHECK(labels(trace, index, agent.queue(Queue::timers)) ==
        std::vector<std::string>{"early", "late"});
  CHECK(labels(trace, index, agent.queue(Queue::tick)) ==
        std::vector<std::string>{"first", "second"});
}

TEST_CASE("a task's life says when it was scheduled, ran and ended, and by whom") {
  const Trace trace = samples::quiz();
  const TimelineIndex index(trace);
  const TaskTable& tasks = index.tasks();
  REQUIRE(tasks.tasks().size() == 5);
  const TaskLife& timeout = tasks.tasks()[1];
  CHECK(trace.view(timeout.label) == "timeout");
  CHECK(trace.view(tasks.at(timeout.cause).label) == "main");
  REQUIRE(timeout.started);
  REQUIRE(timeout.ended);
  CHECK(is<Start>(trace.at(*timeout.started)));
  CHECK(tasks.subject(*timeout.ended) == TaskIndex{1});
  CHECK_FALSE(timeout.cancelled);
}

TEST_CASE("a task caused by another agent's finds its cause there") {
  MemorySink sink;
  Recorder recorder(sink);
  recorder.enqueue({{}, AgentId{0}, {}}, {1}, Queue::main, "main", "", {}, "");
  recorder.enqueue({{}, AgentId{1}, {}}, {2}, Queue::poll, "message", "", {1}, "");
  TaskTable tasks;
  tasks.extend(sink.trace());
  CHECK(tasks.tasks()[1].cause == TaskIndex{0});
}
