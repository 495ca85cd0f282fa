#include "core/sim/open_machine.h"

#include <catch2/catch.hpp>

using namespace loopscope;
using namespace loopscope::sim;

namespace {

constexpr int64_t kPauseMs = 20;
constexpr TaskId kA{1};
constexpr TaskId kB{2};
constexpr TaskId kC{3};

VirtualTime ms(int64_t value) {
  return VirtualTime::from_ms(value);
}

struct Fixture {
  explicit Fixture(const std::vector<Decision>& decisions = {}) : machine(decisions, kPauseMs) {}

  LoopTime read(VirtualTime at) { return order.read(at); }
  void begin(TaskId task, bool changes = false) { order.begin_job(task, 0, changes, start, ms(1)); }
  void come(TaskId task) {
    order.begin_look(ms(1));
    REQUIRE(order.next_there(start) == task);
    order.take(task, start, ms(1));
  }

  OpenMachine machine;
  OpenOrder& order = machine.of(AgentId{0});
  LoopTime start = order.read(ms(1));
};

Decision clock(uint64_t later) {
  return {ChoicePoint::clock, kPauseMs + 1, later, AgentId{0}};
}

}  // namespace

TEST_CASE("A reading is what it must be, and later by a choice", "[sim][open_order]") {
  Fixture run({clock(0), clock(3), clock(0)});
  CHECK(run.start.ms == 1);
  CHECK(run.read(ms(1) + VirtualTime{10}).ms == 4);
  // It has come to 4 ms by choice; two milliseconds and a half of work are two at least.
  CHECK(run.read(ms(4) + VirtualTime::from_us(2'500)).ms == 6);
}

TEST_CASE("Where no time has passed the clock says the same", "[sim][open_order]") {
  Fixture run;
  CHECK(run.read(ms(1)).reading == run.start.reading);
  CHECK(run.machine.log().readings.size() == 1);
  CHECK(run.read(ms(1) + VirtualTime{1}).reading == 1);
  CHECK(run.order.read_after_wait(ms(1) + VirtualTime{1}, std::nullopt).reading == 2);
}

TEST_CASE("Waiting for a moment makes it come", "[sim][open_order]") {
  Fixture run;
  const LoopTime now = run.order.read_after_wait(ms(1), run.start.plus(7));
  CHECK(now.ms == 8);
  const ClockReading& reading = run.machine.log().readings[1];
  CHECK(reading.base == Bound{1, 0, 7});
}

TEST_CASE("A time that comes back from the program counts from the reading that gave it",
          "[sim][open_order]") {
  Fixture run({clock(0), clock(4), clock(0)});
  const LoopTime second = run.read(ms(1) + VirtualTime{1});
  run.read(ms(7));
  CHECK(run.order.known(5).reading == second.reading);
  CHECK(run.order.known(6).reading == second.reading);
  CHECK(run.order.known(1).reading == 0);
}

TEST_CASE("What is of one reading need not be asked", "[sim][open_order]") {
  Fixture run;
  CHECK(run.order.at_most(run.start, run.start.plus(1), Question::timer_due, kA, {}));
  CHECK(run.machine.log().choices.empty());
}

TEST_CASE("A comparison notes what both answers ask of the readings", "[sim][open_order]") {
  Fixture run;
  const LoopTime now = run.read(ms(1) + VirtualTime{1});
  CHECK_FALSE(run.order.at_most(run.start.plus(2), now, Question::timer_due, kA, {}));
  REQUIRE(run.machine.log().choices.size() == 1);
  const OrderChoice& choice = run.machine.log().choices[0];
  CHECK(choice.chosen == 1);
  CHECK(choice.options[0].bounds == std::vector<Bound>{{1, 0, 2}});
  CHECK(choice.options[1].bounds == std::vector<Bound>{{0, 1, -1}});
}

TEST_CASE("Jobs that come during a look are not seen in it", "[sim][open_order]") {
  Fixture run;
  run.begin(kA);
  run.come(kA);
  run.begin(kB);
  CHECK_FALSE(run.order.next_there(run.start));
  run.order.begin_look(ms(1));
  CHECK(run.order.next_there(run.start) == kB);
}

TEST_CASE("A step of an operation is settled, and the next may take as long as both",
          "[sim][open_order]") {
  Fixture run;
  run.begin(kA);
  run.come(kA);
  run.begin(kB);
  run.order.callback_ended();
  CHECK(run.machine.log().choices.back().settled);
  run.order.begin_look(ms(1));
  run.order.first_to_come(run.start.plus(2 * kPauseMs));
  const OrderOption& timer_first = run.machine.log().choices.back().options.back();
  CHECK(timer_first.until_timer);
  CHECK(timer_first.bounds == std::vector<Bound>{{0, 0, 0}});
}

TEST_CASE("A callback with code of the program's is no step", "[sim][open_order]") {
  Fixture run;
  run.begin(kA);
  run.come(kA);
  run.order.note_program_code();
  run.order.callback_ended();
  CHECK_FALSE(run.machine.log().choices.back().settled);
}

TEST_CASE("Steps matter once a job waits for a thread, or files change under another",
          "[sim][open_order]") {
  Fixture busy;
  busy.machine.set_threads(1);
  busy.begin(kA);
  CHECK_FALSE(busy.machine.needs_every_step());
  busy.begin(kB);
  CHECK(busy.machine.needs_every_step());

  Fixture changing;
  changing.begin(kA, true);
  CHECK_FALSE(changing.machine.needs_every_step());
  changing.begin(kB);
  CHECK(changing.machine.needs_every_step());
}

TEST_CASE("What became of jobs can be told in a second run", "[sim][open_order]") {
  Fixture run;
  run.machine.set_threads(1);
  run.begin(kA);
  run.begin(kC);
  run.order.begin_look(ms(1));
  run.order.next_there(run.start);
  run.order.take(kA, run.start, ms(3));
  Fixture second;
  CHECK(second.machine.foreseen(kA) == nullptr);
  second.machine.foresee(run.machine.courses());
  REQUIRE(second.machine.foreseen(kA) != nullptr);
  CHECK(second.machine.foreseen(kA)->begins == ms(1));
  CHECK(second.machine.foreseen(kA)->arrives == ms(3));
  CHECK(second.machine.foreseen(kC) == nullptr);  // it never came
}

// Two agents, of which the second was made by the first.
struct TwoAgents : Fixture {
  explicit TwoAgents(const std::vector<Decision>& decisions = {}) : Fixture(decisions) {
    machine.begin_agent(AgentId{1}, AgentId{0});
    other.read(ms(2));
  }
  // One channel of the first agent's, on which `sent` is.
  static Inbox inbox(std::vector<size_t> sent) {
    Inbox inbox;
    const OpenChannel channel{7, 3, false};
    inbox.channels.push_back(channel);
    for (const size_t number : sent) inbox.there.push_back({channel, number, false});
    return inbox;
  }
  OpenOrder& other = machine.of(AgentId{1});
};

TEST_CASE("An agent's time goes on from that of who made it", "[sim][open_order]") {
  const TwoAgents run;
  const ClockReading& reading = run.machine.log().readings[1];
  CHECK(reading.agent == AgentId{1});
  CHECK(reading.base == Bound{1, 0, 1});
}

TEST_CASE("What another agent sent may be there or not; what it is known to have sent is there",
          "[sim][open_order]") {
  TwoAgents run;
  const size_t sent = run.other.send(7, "a message", ms(2));
  run.order.begin_look(ms(3));
  run.order.next_there(run.order.read(ms(3)), TwoAgents::inbox({sent}));
  CHECK(run.machine.log().choices.back().options.size() == 2);
  CHECK(run.machine.log().choices.back().options[0].code == incoming_code(3, AgentId{1}));
  run.order.learn_from(run.other);
  run.order.next_there(run.order.read(ms(3)), TwoAgents::inbox({sent}));
  CHECK(run.machine.log().choices.back().options.size() == 1);
}

TEST_CASE("An agent is given what comes first by name, and waits until it is sent",
          "[sim][open_order]") {
  const uint64_t code = incoming_code(3, AgentId{1});
  TwoAgents run({{ChoicePoint::clock, kPauseMs + 1, 0, AgentId{0}},
                 {ChoicePoint::incoming, 0, code, AgentId{0}}});
  run.order.begin_look(ms(1));
  CHECK(run.order.readiness(TwoAgents::inbox({})) == OpenOrder::Readiness::kGivenIsToCome);
  const size_t sent = run.other.send(7, "a message", ms(2));
  CHECK(run.order.readiness(TwoAgents::inbox({sent})) == OpenOrder::Readiness::kReady);
  const Arrival arrival = run.order.first_to_come(std::nullopt, TwoAgents::inbox({sent}));
  REQUIRE(arrival.incoming);
  CHECK(arrival.incoming->sent == sent);
  CHECK_FALSE(run.machine.misfit());
}

TEST_CASE("A worker finds as it looks that it was told to stop, or not yet", "[sim][open_order]") {
  TwoAgents run;
  Inbox before;
  run.other.add_stop(before);
  CHECK(before.channels.size() == 1);
  CHECK(before.there.empty());
  run.order.send_stop(run.other, "main", ms(2));
  Inbox after;
  run.other.add_stop(after);
  REQUIRE(after.there.size() == 1);
  CHECK(run.other.is_stop(after.there[0]));
  CHECK(run.other.taken_at_once(after, ms(3)).incoming);
  CHECK(run.machine.log().choices.back().options.size() == 2);
  CHECK(run.machine.gaps().empty());
  Inbox of_main;
  run.order.add_stop(of_main);
  CHECK_FALSE(of_main.any());
}

TEST_CASE("A worker that is stopped where it does not look might be stopped elsewhere",
          "[sim][open_order]") {
  TwoAgents run;
  run.order.send_stop(run.other, "main", ms(2));
  run.other.note_stop_in_between();
  CHECK(run.machine.gaps().size() == 1);
}

TEST_CASE("What is given to a worker may be left over once its parent has ended",
          "[sim][open_order]") {
  OpenMachine machine({{ChoicePoint::incoming, 0, 0, AgentId{1}}}, kPauseMs);
  machine.begin_agent(AgentId{1}, AgentId{0});
  CHECK(machine.misfit());
  machine.of(AgentId{1}).end_after(machine.of(AgentId{0}));
  CHECK_FALSE(machine.misfit());
}

TEST_CASE("Waiting for others is no work that takes time", "[sim][open_order]") {
  TwoAgents run;
  run.order.note_wait(ms(50));
  run.order.read(ms(51));
  CHECK(run.machine.log().readings.back().base.ms == 1);
}

TEST_CASE("After a program has asked the clock, more time may pass than a run takes",
          "[sim][open_order]") {
  TwoAgents run;
  const LoopTime first = run.order.read(ms(3));
  CHECK(run.order.read(ms(3)).reading == first.reading);
  run.order.note_reading_by_program();
  CHECK(run.order.read(ms(3)).reading != first.reading);
}

TEST_CASE("Agents are numbered as they are made, so who makes one must know of the one before",
          "[sim][open_order]") {
  TwoAgents nested;
  nested.machine.begin_agent(AgentId{2}, AgentId{1});
  CHECK(nested.machine.gaps().empty());
  nested.machine.begin_agent(AgentId{3}, AgentId{0});  // that does not know of 2
  CHECK(nested.machine.gaps().size() == 1);
  TwoAgents told;
  told.machine.begin_agent(AgentId{2}, AgentId{1});
  told.order.learn_from(told.other);
  told.machine.begin_agent(AgentId{3}, AgentId{0});
  CHECK(told.machine.gaps().empty());
}

TEST_CASE("A program that cannot be explored does not fit any choices", "[sim][open_order]") {
  Fixture run;
  run.machine.refuse("it starts a process");
  CHECK(run.machine.misfit() == "it starts a process");
}
