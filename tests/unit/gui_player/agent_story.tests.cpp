#include "gui/player/agent_story.h"

#include <catch2/catch.hpp>

#include "core/trace/recorder.h"
#include "tests/unit/trace/conversation.h"

using namespace loopscope;
using namespace loopscope::gui;
namespace samples = loopscope::trace::samples;

TEST_CASE("a worker starts, waits, is blocked, runs and ends, in words") {
  const trace::Trace trace = samples::conversation();
  const trace::TimelineIndex index(trace);
  AgentStory story;
  story.extend(trace);
  const auto worker_at = [&](int64_t ms) {
    return story.rows(index, index.state_at(samples::after_ms(trace, ms))).at(1);
  };
  CHECK(story.rows(index, index.state_at({0})).size() == 1);
  CHECK(worker_at(3).condition == AgentCondition::kStarting);
  CHECK(worker_at(3).name == "worker 1");
  CHECK(worker_at(3).runs == "hash.js");
  const AgentRow blocked = worker_at(9);
  CHECK(blocked.condition == AgentCondition::kBlocked);
  CHECK(blocked.text == "on cell 3 of shared buffer 1 since 7 ms, at line 3");
  CHECK(worker_at(12).condition == AgentCondition::kRunning);
  CHECK(worker_at(12).core == 1);
  const AgentRow ended = worker_at(18);
  CHECK(ended.condition == AgentCondition::kEnded);
  CHECK(ended.failed);
  CHECK(ended.text == "with code 5");
  CHECK(ended.life == "made by main (line 3) at 1 ms · online at 5 ms · ended at 18 ms");
}

TEST_CASE("the main thread sleeps in poll, and says for what") {
  const trace::Trace trace = samples::conversation();
  const trace::TimelineIndex index(trace);
  AgentStory story;
  story.extend(trace);
  const AgentRow main = story.rows(index, index.state_at(samples::after_ms(trace, 11))).at(0);
  CHECK(main.condition == AgentCondition::kIdle);
  CHECK(main.text == "asleep in poll, waits for a message");
}

TEST_CASE("a cell of shared memory is told with its value and who waits for it") {
  const trace::Trace trace = samples::conversation();
  const trace::TimelineIndex index(trace);
  const auto state = index.state_at(samples::after_ms(trace, 9));
  const auto cells = AgentStory::cells(state.machine());
  REQUIRE(cells.size() == 1);
  CHECK(cells[0].cell == 3);
  CHECK(cells[0].value == 7);
  CHECK(cells[0].waiting == std::vector<AgentId>{samples::kWorker});
}

TEST_CASE("a deadlock is told from the moment on from which nobody can go on") {
  using namespace trace;
  MemorySink sink;
  Recorder r(sink);
  const AgentId a{0};
  const AgentId b{1};
  r.agent(samples::at_ms(1, a), {AgentOp::created, 1, AgentKind::thread, {}, {}});
  r.shared(samples::at_ms(2, a), {SharedOp::wait, 1, 0, 1, std::nullopt, {}});
  r.shared(samples::at_ms(3, b), {SharedOp::wait, 1, 1, 1, std::nullopt, {}});
  r.limit(samples::at_ms(4, a), Limit::deadlock, "nobody can go on", "");
  r.exit(samples::at_ms(5, a), 70);
  r.exit(samples::at_ms(5, b), 70);
  const Trace trace = sink.take();
  const TimelineIndex index(trace);
  AgentStory story;
  story.extend(trace);
  const auto told = [&](uint64_t position) {
    return story.deadlock(index, index.state_at({position}), position);
  };
  CHECK(told(2).empty());
  CHECK(told(3).find("Main waits on cell 0") != std::string::npos);
  CHECK(told(3).find("Worker 1 waits on cell 1") != std::string::npos);
  CHECK(told(6) == "Deadlock: nobody can go on.");
}
