#include "core/sim/open_order.h"

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
  explicit Fixture(std::vector<Decision> decisions = {}) : given(std::move(decisions), 0) {}

  LoopTime read(VirtualTime at) { return order.read(at); }
  void begin(TaskId task, bool changes = false) { order.begin_job(task, 0, changes, start, ms(1)); }
  void come(TaskId task) {
    order.begin_look(ms(1));
    REQUIRE(order.next_there(start) == task);
    order.take(task, start, ms(1));
  }

  ReplayChoices given;
  OpenOrder order{given, kPauseMs};
  LoopTime start = order.read(ms(1));
};

Decision clock(uint64_t later) {
  return {ChoicePoint::clock, kPauseMs + 1, later};
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
  CHECK(run.order.log().readings.size() == 1);
  CHECK(run.read(ms(1) + VirtualTime{1}).reading == 1);
  CHECK(run.order.read_after_wait(ms(1) + VirtualTime{1}, std::nullopt).reading == 2);
}

TEST_CASE("Waiting for a moment makes it come", "[sim][open_order]") {
  Fixture run;
  const LoopTime now = run.order.read_after_wait(ms(1), run.start.plus(7));
  CHECK(now.ms == 8);
  const ClockReading& reading = run.order.log().readings[1];
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
  CHECK(run.order.log().choices.empty());
}

TEST_CASE("A comparison notes what both answers ask of the readings", "[sim][open_order]") {
  Fixture run;
  const LoopTime now = run.read(ms(1) + VirtualTime{1});
  CHECK_FALSE(run.order.at_most(run.start.plus(2), now, Question::timer_due, kA, {}));
  REQUIRE(run.order.log().choices.size() == 1);
  const OrderChoice& choice = run.order.log().choices[0];
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
  CHECK(run.order.log().choices.back().settled);
  run.order.begin_look(ms(1));
  run.order.first_to_come(run.start.plus(2 * kPauseMs));
  const OrderOption& timer_first = run.order.log().choices.back().options.back();
  CHECK(timer_first.until_timer);
  CHECK(timer_first.bounds == std::vector<Bound>{{0, 0, 0}});
}

TEST_CASE("A callback with code of the program's is no step", "[sim][open_order]") {
  Fixture run;
  run.begin(kA);
  run.come(kA);
  run.order.note_program_code();
  run.order.callback_ended();
  CHECK_FALSE(run.order.log().choices.back().settled);
}

TEST_CASE("Steps matter once a job waits for a thread, or files change under another",
          "[sim][open_order]") {
  Fixture busy;
  busy.order.set_threads(1);
  busy.begin(kA);
  CHECK_FALSE(busy.order.needs_every_step());
  busy.begin(kB);
  CHECK(busy.order.needs_every_step());

  Fixture changing;
  changing.begin(kA, true);
  CHECK_FALSE(changing.order.needs_every_step());
  changing.begin(kB);
  CHECK(changing.order.needs_every_step());
}

TEST_CASE("What became of jobs can be told in a second run", "[sim][open_order]") {
  Fixture run;
  run.order.set_threads(1);
  run.begin(kA);
  run.begin(kC);
  run.order.begin_look(ms(1));
  run.order.next_there(run.start);
  run.order.take(kA, run.start, ms(3));
  Fixture second;
  CHECK(second.order.foreseen(kA) == nullptr);
  second.order.foresee(run.order.courses());
  REQUIRE(second.order.foreseen(kA) != nullptr);
  CHECK(second.order.foreseen(kA)->begins == ms(1));
  CHECK(second.order.foreseen(kA)->arrives == ms(3));
  CHECK(second.order.foreseen(kC) == nullptr);  // it never came
}
