#include "core/sim/clock_bounds.h"

#include <array>
#include <catch2/catch.hpp>

using namespace loopscope;
using sim::Bound;
using sim::ClockBounds;

namespace {

// None before the last.
ClockBounds with_readings(uint32_t count) {
  ClockBounds bounds;
  for (uint32_t i = 0; i < count; ++i) {
    bounds.add_reading();
    if (i > 0) bounds.add({i, i - 1, 0});
  }
  return bounds;
}

bool allows(const ClockBounds& bounds, std::vector<Bound> more) {
  return bounds.allow(more);
}

}  // namespace

TEST_CASE("A reading is not before the last one", "[sim][clock_bounds]") {
  const ClockBounds bounds = with_readings(3);
  CHECK(allows(bounds, {{2, 0, 0}}));
  CHECK(allows(bounds, {{2, 0, 1000}}));
  CHECK_FALSE(allows(bounds, {{0, 2, 1}}));
  CHECK(allows(bounds, {{0, 2, 0}}));
}

TEST_CASE("What bounds say together counts", "[sim][clock_bounds]") {
  ClockBounds bounds = with_readings(4);
  bounds.add({1, 0, 3});
  bounds.add({3, 2, 4});
  CHECK_FALSE(allows(bounds, {{0, 3, -6}}));  // at most 6 after the first
  CHECK(allows(bounds, {{0, 3, -7}}));
  bounds.add({0, 3, -7});
  CHECK_FALSE(allows(bounds, {{2, 1, 1}}));
  CHECK(allows(bounds, {{1, 0, 3}}));
  CHECK_FALSE(allows(bounds, {{1, 0, 4}}));
}

TEST_CASE("Several bounds must be possible at once", "[sim][clock_bounds]") {
  ClockBounds bounds = with_readings(3);
  bounds.add({0, 2, -5});
  CHECK(allows(bounds, {{1, 0, 3}}));
  CHECK(allows(bounds, {{2, 1, 3}}));
  CHECK_FALSE(allows(bounds, {{1, 0, 3}, {2, 1, 3}}));
  CHECK(allows(bounds, {{1, 0, 3}, {2, 1, 2}}));
}

TEST_CASE("The earliest readings keep all bounds", "[sim][clock_bounds]") {
  ClockBounds bounds = with_readings(20);  // more than there is room for at first
  bounds.add({5, 2, 7});
  bounds.add({2, 19, -9});  // 19 is at most 9 after 2
  bounds.add({18, 5, 2});
  const std::vector<int64_t> earliest = bounds.earliest();
  CHECK(earliest ==
        std::vector<int64_t>{0, 0, 0, 0, 0, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 9, 9});
}

TEST_CASE("An upper bound pushes what it is reckoned from", "[sim][clock_bounds]") {
  ClockBounds bounds = with_readings(3);
  bounds.add({1, 2, -2});  // 2 is at most 2 after 1
  bounds.add({2, 0, 10});
  CHECK(bounds.earliest() == std::vector<int64_t>{0, 8, 10});
}
