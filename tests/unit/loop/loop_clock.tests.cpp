#include "core/loop/loop_clock.h"

#include <catch2/catch.hpp>

#include "tests/unit/loop/fake_port.h"

using namespace loopscope;
using loop::LoopClock;

TEST_CASE("The loop's time stands still until it is asked to update", "[loop][clock]") {
  loop::fake::FakePort port;
  LoopClock clock(port);
  port.compute_ms(7);
  CHECK(clock.now_ms() == 0);
  CHECK(clock.update() == 7);
  CHECK(clock.now_ms() == 7);
}

TEST_CASE("The loop's time is in whole milliseconds, rounded down", "[loop][clock]") {
  loop::fake::FakePort port;
  LoopClock clock(port);
  port.compute(VirtualTime{1'999'999});
  CHECK(clock.update() == 1);
  port.compute(VirtualTime{1});
  CHECK(clock.update() == 2);
}

TEST_CASE("The loop's time never goes back", "[loop][clock]") {
  loop::fake::FakePort port;
  LoopClock clock(port);
  port.compute_ms(9);
  clock.update();
  port.compute_ms(-4);
  CHECK(clock.update() == 9);
}
