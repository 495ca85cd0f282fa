#include "gui/player/cluster_story.h"

#include <catch2/catch.hpp>

#include "core/trace/recorder.h"
#include "tests/unit/trace/conversation.h"

using namespace loopscope;
using namespace loopscope::gui;
using namespace loopscope::trace;

namespace {

// Main forks agents 1 and 2 at 1 and 2 ms; both listen at 4 ms. Connection 3 goes to agent 1 at 5
// ms and is taken at 6; 5 and 7 come at 5 ms, one for agent 2, one for nobody. At 8 ms agent 1 dies
// of SIGKILL.
Trace two_workers() {
  MemorySink sink({1, "app.js", "00", "node20", 0, {}});
  Recorder r(sink);
  const auto at = [](int64_t ms, uint16_t agent = 0) { return samples::at_ms(ms, AgentId{agent}); };
  const StringId address = r.intern(":3000");
  for (const uint16_t worker : {1, 2}) {
    r.agent(at(worker),
            {AgentOp::created, worker, AgentKind::process, r.intern("app.js"), {}, 1000U + worker});
    r.port(at(worker), {PortOp::made, worker * 2U, 0, worker, {}, {}});
  }
  uint32_t number = 0;
  for (const uint16_t worker : {1, 2})
    r.message(at(3, worker),
              {MessageOp::send, ++number, 0, 1, 8, 0, r.intern("(cluster: online)"), {}});
  for (const uint16_t worker : {1, 2})
    r.message(at(4, worker),
              {MessageOp::send, ++number, 0, 1, 8, 0, r.intern("(cluster: listening)"), {}});
  r.handoff(at(5), {HandoffOp::given, 3, 1, 0, address});
  r.handoff(at(5), {HandoffOp::given, 5, 2, 0, address});
  r.handoff(at(5), {HandoffOp::queued, 7, 0, 1, address});
  r.handoff(at(6), {HandoffOp::taken, 3, 1, 0, address});
  r.signal(at(7), {SignalOp::sent, r.intern("SIGKILL"), 1001, {}});
  r.exit(at(8, 1), 0, "SIGKILL");
  r.message(at(9), {MessageOp::send, 9, 0, 4, 8, 0, r.intern("(cluster: disconnect)"), {}});
  return sink.take();
}

}  // namespace

TEST_CASE("workers are forked, listen, are told to disconnect and die") {
  const Trace trace = two_workers();
  const TimelineIndex index(trace);
  ClusterStory story(index);
  story.extend();
  const auto stage = [&](int64_t ms, uint16_t worker) {
    return story.at(samples::after_ms(trace, ms).value).processes.at(worker).stage;
  };
  CHECK(stage(2, 1) == ProcessStage::kStarting);
  CHECK(stage(3, 2) == ProcessStage::kOnline);
  CHECK(stage(4, 1) == ProcessStage::kListening);
  CHECK(stage(8, 1) == ProcessStage::kDead);
  CHECK(stage(9, 2) == ProcessStage::kDisconnecting);
  const ProcessRow& dead = story.at(trace.size()).processes.at(1);
  CHECK(trace.view(dead.exit_signal) == "SIGKILL");
  CHECK(dead.signal_op == SignalOp::sent);
  CHECK(dead.number == 1);
  CHECK(dead.is_worker);
}

TEST_CASE("connections wait, are on their way, and are taken, each by the one whose turn it is") {
  const Trace trace = two_workers();
  const TimelineIndex index(trace);
  ClusterStory story(index);
  story.extend();
  const auto at = [&](int64_t ms) { return story.at(samples::after_ms(trace, ms).value); };
  CHECK(at(4).listeners.at(0).free == std::deque<AgentId>{AgentId{1}, AgentId{2}});
  const ClusterState busy = at(5);
  CHECK(busy.listeners.at(0).on_their_way == std::vector<uint32_t>{3, 5});
  CHECK(busy.listeners.at(0).waiting == std::deque<uint32_t>{7});
  CHECK(busy.listeners.at(0).free.empty());
  const ClusterState taken = at(6);
  CHECK(taken.processes.at(1).connections == 1);
  CHECK(taken.listeners.at(0).free == std::deque<AgentId>{AgentId{1}});
  CHECK(taken.children({}).size() == 2);
  // Going back is as if one had never been further.
  CHECK(at(4).processes.at(1).connections == 0);
  CHECK(story.hands_round({}));
}
