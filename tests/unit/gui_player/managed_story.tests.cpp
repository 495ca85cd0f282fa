#include "gui/player/managed_story.h"

#include <catch2/catch.hpp>

#include "core/trace/recorder.h"
#include "tests/unit/trace/conversation.h"

using namespace loopscope;
using namespace loopscope::gui;
using namespace loopscope::trace;

namespace {

// Process 0 of the list runs in agent 1 from 1 ms, prints at 3 ms, and is reloaded at 5 ms: agent 2
// takes its place at 6 ms, agent 1 is gone at 8 ms.
Trace reload() {
  MemorySink sink({1, "app.js", "00", "node20", 0, {}});
  Recorder r(sink);
  const auto outside = [](int64_t ms) { return samples::at_ms(ms, kOutside); };
  const auto in = [](int64_t ms, uint16_t agent) { return samples::at_ms(ms, AgentId{agent}); };
  const StringId api = r.intern("api");
  const StringId cluster = r.intern("cluster");
  r.manager(outside(0), {ManagerOp::command, 0, 0, 0, {}, r.intern("start app.js"), 0});
  r.manager(outside(1), {ManagerOp::start, 0, 1, 1001, api, cluster, 0});
  r.core(in(1, 1), {CoreOp::take, 0, 1, 0});
  r.manager(outside(2), {ManagerOp::online, 0, 1, 1001, api, {}, 0});
  r.memory(in(2, 1), 1'000'000, 0);
  r.console(in(3, 1), Stream::out, "one\ntwo\n");
  r.core(in(4, 1), {CoreOp::leave, 0, 1, 0});
  r.manager(outside(5), {ManagerOp::start, 0, 2, 1002, api, cluster, 1});
  r.manager(outside(6), {ManagerOp::online, 0, 2, 1002, api, {}, 0});
  r.manager(outside(7), {ManagerOp::stopping, 0, 1, 1001, api, {}, 0});
  r.manager(outside(8), {ManagerOp::stopped, 0, 1, 1001, api, {}, 0});
  r.exit(in(8, 1), 0);
  return sink.take();
}

}  // namespace

TEST_CASE("the process of an agent is known by its number in the list") {
  const Trace trace = reload();
  const TimelineIndex index(trace);
  ManagedStory story(index);
  story.extend();
  CHECK(story.process_of(AgentId{1}) == 0U);
  CHECK(story.process_of(AgentId{2}) == 0U);
}

TEST_CASE("the merged log has what processes print and what the manager does, line by line") {
  const Trace trace = reload();
  const TimelineIndex index(trace);
  ManagedStory story(index);
  story.extend();
  const auto& log = story.log();
  REQUIRE(log.size() == 9);
  CHECK(log[0].text == "$ pm2 start app.js");
  CHECK(log[0].is_manager);
  CHECK(log[3].text == "one");
  CHECK(log[4].text == "two");
  CHECK_FALSE(log[4].is_manager);
}

TEST_CASE("what a process uses is told for each part of the run's time") {
  const Trace trace = reload();
  const TimelineIndex index(trace);
  ManagedStory story(index);
  story.extend();
  const UseCurves& use = story.curves(8).at(0);
  CHECK(use.cpu[2] > 0.99F);
  CHECK(use.cpu[6] < 0.01F);
  CHECK(use.memory[0] == 0);
  CHECK(use.memory[4] > 38'000'000);
}
