#include "core/sim/choices.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace loopscope;
using sim::ChoicePoint;
using sim::SeededChoices;

namespace {

constexpr VirtualTime kShortest{1000};
constexpr VirtualTime kLongest{3000};

std::vector<sim::Decision> record(sim::Choices& source) {
  const uint64_t first = source.choose(ChoicePoint::ready_order, 6);
  const VirtualTime latency = source.between(ChoicePoint::disk_latency, kShortest, kLongest);
  const uint64_t last = source.choose(ChoicePoint::ready_order, 2);
  return {{ChoicePoint::ready_order, 6, first, {}},
          {ChoicePoint::disk_latency, 2001, static_cast<uint64_t>((latency - kShortest).ns), {}},
          {ChoicePoint::ready_order, 2, last, {}}};
}

}  // namespace

TEST_CASE("Seed 0 takes the first option and the middle of every range", "[choices]") {
  SeededChoices choices(0);
  for (int i = 0; i < 100; ++i) {
    CHECK(choices.choose(ChoicePoint::ready_order, 7) == 0);
    CHECK(choices.between(ChoicePoint::disk_latency, kShortest, kLongest) == VirtualTime{2000});
  }
}

// The numbers pin the generator: traces of other machines and compilers must not differ.
TEST_CASE("A seed gives the same choices on every machine", "[choices]") {
  SeededChoices choices(42);
  std::vector<uint64_t> orders;
  std::vector<int64_t> latencies;
  for (int i = 0; i < 6; ++i) {
    orders.push_back(choices.choose(ChoicePoint::ready_order, 10));
    latencies.push_back(choices.between(ChoicePoint::disk_latency, kShortest, kLongest).ns);
  }
  CHECK(orders == std::vector<uint64_t>{9, 2, 9, 7, 5, 6});
  CHECK(latencies == std::vector<int64_t>{1287, 2166, 2297, 2340, 1368, 1109});
  CHECK(choices.random_bits() == 0x1db9117076571daa);
  CHECK(SeededChoices(0).random_bits() == 0x8621dbf1b0c0c167);
}

TEST_CASE("A draw at one point does not move the others", "[choices]") {
  SeededChoices plain(9);
  SeededChoices busy(9);
  for (int i = 0; i < 5; ++i) {
    busy.choose(ChoicePoint::net_latency, 100);
    busy.random_bits();
    const uint64_t expected = plain.choose(ChoicePoint::ready_order, 1000);
    CHECK(busy.choose(ChoicePoint::ready_order, 1000) == expected);
  }
}

TEST_CASE("Both ends of a range and every option are possible", "[choices]") {
  SeededChoices choices(3);
  std::vector<int> seen(3);
  for (int i = 0; i < 200; ++i) {
    const VirtualTime time = choices.between(ChoicePoint::dns_latency, {10}, {12});
    REQUIRE(time >= VirtualTime{10});
    REQUIRE(time <= VirtualTime{12});
    ++seen[static_cast<size_t>(time.ns - 10)];
  }
  CHECK(std::all_of(seen.begin(), seen.end(), [](int count) { return count > 20; }));
}

TEST_CASE("Recorded choices can be written down, read and replayed", "[choices]") {
  SeededChoices seeded(5);
  const std::vector<sim::Decision> decisions = record(seeded);
  REQUIRE(decisions.size() == 3);
  const std::string text = sim::to_text(decisions);
  CHECK(sim::decisions_from(text) == decisions);
  sim::ReplayChoices replay(decisions, 0);
  CHECK(record(replay) == decisions);
  CHECK_FALSE(replay.mismatch().has_value());
  CHECK(replay.unused() == 0);
}

TEST_CASE("After the last decision a replay goes on as seed 0 does", "[choices]") {
  sim::ReplayChoices replay({{ChoicePoint::ready_order, 6, 4, {}}}, 0);
  CHECK(replay.choose(ChoicePoint::ready_order, 6) == 4);
  CHECK(replay.choose(ChoicePoint::ready_order, 6) == 0);
  CHECK(replay.between(ChoicePoint::net_latency, kShortest, kLongest) == VirtualTime{2000});
  CHECK_FALSE(replay.mismatch().has_value());
}

TEST_CASE("A replay says which choice does not fit the program", "[choices]") {
  sim::ReplayChoices replay(
      {{ChoicePoint::ready_order, 6, 4, {}}, {ChoicePoint::ready_order, 3, 1, {}}}, 0);
  replay.choose(ChoicePoint::ready_order, 6);
  CHECK(replay.choose(ChoicePoint::ready_order, 5) == 0);
  CHECK(replay.mismatch() == "choice 2 is ready_order with 5 options, not ready_order with 3");
  CHECK(replay.unused() == 1);
}

TEST_CASE("Choices of several agents, and such as are made by name, can be written down",
          "[choices]") {
  const std::vector<sim::Decision> decisions = {{ChoicePoint::clock, 9, 0, AgentId{0}},
                                                {ChoicePoint::clock, 9, 0, AgentId{2}},
                                                {ChoicePoint::incoming, 0, 770, AgentId{2}}};
  CHECK(sim::to_text(decisions) == "clock:0/9,2@clock:0/9,2@incoming:770");
  CHECK(sim::decisions_from(sim::to_text(decisions)) == decisions);
}

TEST_CASE("Texts that are no choices are refused", "[choices]") {
  CHECK(sim::decisions_from("").has_value());
  for (const char* text :
       {"ready_order", "ready_order:1", "ready_order:2/2", "order:0/2", "ready_order:0/2,",
        "ready_order:-1/2", "ready_order:0/2x", ",ready_order:0/2", "ready_order:0/0",
        "x@clock:0/2", "0@clock:0/2", "incoming:1/2"})
    CHECK_FALSE(sim::decisions_from(text).has_value());
}
