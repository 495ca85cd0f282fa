#include <catch2/catch.hpp>
#include <sstream>

#include "core/trace/chrome_export.h"
#include "core/trace/message_table.h"
#include "core/trace/timeline_index.h"
#include "core/trace/timeline_text.h"
#include "sample_traces.h"

using namespace loopscope;
using namespace loopscope::trace;

namespace {

constexpr AgentId kMain{0};
constexpr AgentId kWorker{1};

Stamp at(int64_t us, AgentId agent, TaskId task = {}) {
  return {VirtualTime::from_us(us), agent, task};
}

// Main makes a worker and sends it two messages; the worker takes one, and blocks.
Trace conversation() {
  MemorySink sink;
  Recorder r(sink);
  const StringId file = r.intern("hash.js");
  const StringId line = r.intern("main.js:3:1");
  r.agent(at(1, kMain), {AgentOp::created, 1, AgentKind::thread, file, line});
  r.core(at(1, kMain), {CoreOp::take, 0, 2, 0});
  r.port(at(1, kMain), {PortOp::made, 1, 2, 0, {}, line});
  r.port(at(1, kMain), {PortOp::made, 2, 1, 1, {}, line});
  r.message(at(2, kMain), {MessageOp::send, 1, 1, 2, 16, 0, r.intern("'first'"), line});
  r.message(at(3, kMain), {MessageOp::send, 2, 1, 2, 16, 1, r.intern("'second'"), line});
  r.core(at(4, kWorker), {CoreOp::take, 1, 2, 0});
  r.agent(at(5, kWorker), {AgentOp::online, 1, AgentKind::thread, {}, {}});
  r.port(at(6, kWorker), {PortOp::started, 2, 1, 1, {}, {}});
  r.message(at(7, kWorker), {MessageOp::receive, 1, 2, 2, 16, 0, {}, {}});
  r.shared(at(8, kWorker), {SharedOp::made, 1, 0, 64, std::nullopt, {}});
  r.shared(at(9, kWorker), {SharedOp::wait, 1, 3, 7, std::nullopt, line});
  r.core(at(9, kWorker), {CoreOp::leave, 1, 2, 0});
  r.shared(at(12, kMain), {SharedOp::notify, 1, 3, 1, std::nullopt, line});
  r.shared(at(13, kWorker), {SharedOp::woken, 1, 3, 7, std::nullopt, {}});
  r.exit(at(14, kWorker), 5);
  r.port(at(15, kMain), {PortOp::closed, 2, 0, 1, {}, {}});
  return sink.take();
}

StepIndex after(const Trace& trace, int64_t us) {
  uint64_t step = 0;
  while (step < trace.size() && trace.events[step].time <= VirtualTime::from_us(us)) ++step;
  return StepIndex{step};
}

}  // namespace

TEST_CASE("events of agents that ran ahead of each other come out in order of time, then agent") {
  MemorySink sink;
  Recorder recorder(sink);
  recorder.console(at(1, kMain), Stream::out, "before\n");
  CHECK(sink.trace().size() == 1);
  recorder.hold_back();
  recorder.console(at(5, kMain), Stream::out, "a\n");
  recorder.console(at(9, kMain), Stream::out, "d\n");
  recorder.console(at(9, kMain), Stream::out, "e\n");
  CHECK(sink.trace().size() == 1);
  recorder.console(at(5, kWorker), Stream::out, "b\n");
  recorder.console(at(6, kWorker), Stream::out, "c\n");
  recorder.console(at(9, kWorker), Stream::out, "f\n");
  recorder.settle(VirtualTime::from_us(9));
  CHECK(sink.trace().size() == 4);
  recorder.settle_all();
  std::string text;
  for (const Event& event : sink.trace().events)
    text += sink.trace().view(unpack<Console>(event).text);
  CHECK(text == "before\na\nb\nc\nd\ne\nf\n");
  recorder.console(at(10, kMain), Stream::out, "after\n");
  CHECK(sink.trace().size() == 8);
}

TEST_CASE("the machine's state shows agents, cores, waiting messages and who is blocked") {
  const Trace trace = conversation();
  const TimelineIndex index(trace);
  const State made = index.state_at(after(trace, 3));
  CHECK_FALSE(made.machine().lives.at(1).online);
  CHECK(trace.view(made.machine().lives.at(1).label) == "hash.js");
  CHECK(made.machine().cores == std::vector<std::optional<AgentId>>{kMain, std::nullopt});
  REQUIRE(made.machine().ports.at(2).messages.size() == 2);
  CHECK(made.machine().ports.at(2).messages[1].transferred == 1);

  const State blocked = index.state_at(after(trace, 9));
  CHECK(blocked.machine().lives.at(1).online);
  CHECK(blocked.machine().ports.at(2).started);
  CHECK(blocked.machine().ports.at(2).messages.size() == 1);
  CHECK(blocked.machine().blocked.at(1).cell == 3);
  CHECK(blocked.machine().shared.at(1).bytes == 64);
  CHECK(blocked.machine().shared.at(1).cells.at(3) == 7);
  CHECK_FALSE(blocked.machine().cores[1]);

  const State end = index.state_at(StepIndex{trace.size()});
  CHECK(end.machine().blocked.empty());
  CHECK(end.machine().lives.at(1).exit_code == 5);
  CHECK_FALSE(end.machine().ports.contains(2));
}

TEST_CASE("the table of messages knows where each came from and what became of it") {
  const Trace trace = conversation();
  const TimelineIndex index(trace);
  REQUIRE(index.messages().messages().size() == 2);
  const MessageLife& first = *index.messages().find(1);
  CHECK(first.sender == kMain);
  CHECK(first.receiver == kWorker);
  CHECK(first.received);
  CHECK(index.messages().find(2)->receiver == kWorker);
  CHECK_FALSE(index.messages().find(2)->received);
  CHECK(index.messages().find(3) == nullptr);
  CHECK(index.agent_names().of(kWorker) == "worker 1");
  CHECK(index.agent_names().label(kWorker) == "hash.js");
}

TEST_CASE("the timeline says in words what agents do to each other") {
  std::ostringstream out;
  write_timeline(out, conversation(), {});
  const std::string text = out.str();
  for (const char* const words :
       {"── Worker 1  hash.js ──", "⑂ worker 1 is made at main.js:3: hash.js",
        "✉ message to worker 1: 'second', 1 transferred", "✉ message from main: 'first'",
        "◌ blocked: waits for cell 3 of shared buffer 1 at main.js:3",
        "▦ notifies cell 3 of shared buffer 1: 1 agent woken"}) {
    INFO(words);
    CHECK(text.find(words) != std::string::npos);
  }
}

TEST_CASE("the export has a lane an agent, an arrow a message, and counts busy cores") {
  std::ostringstream out;
  write_chrome_trace(out, conversation());
  const std::string text = out.str();
  for (const char* const words : {"worker 1: hash.js", R"("name":"message","cat":"message","id":1)",
                                  "blocked in Atomics.wait()", R"("args":{"busy":2})"}) {
    INFO(words);
    CHECK(text.find(words) != std::string::npos);
  }
}
