#include "core/sim/agenda.h"

#include <catch2/catch.hpp>

#include <string>

using namespace loopscope;
using sim::Agenda;

namespace {

std::string take_all(Agenda<std::string>& agenda, int64_t now_ns) {
  std::string taken;
  while (const auto entry = agenda.take_due({now_ns})) taken += entry->item;
  return taken;
}

// Always takes the last option.
class LastChoices final : public sim::Choices {
 public:
  uint64_t choose(sim::ChoicePoint, uint64_t options) override { return options - 1; }
  VirtualTime between(sim::ChoicePoint, VirtualTime, VirtualTime longest) override {
    return longest;
  }
  uint64_t random_bits() override { return 0; }
};

}  // namespace

TEST_CASE("An agenda gives entries by time, then in the order they were added", "[agenda]") {
  Agenda<std::string> agenda;
  agenda.add({20}, "c");
  agenda.add({10}, "a");
  agenda.add({10}, "b");
  agenda.add({30}, "d");
  CHECK(agenda.next_due() == VirtualTime{10});
  CHECK(take_all(agenda, 20) == "abc");
  CHECK(agenda.size() == 1);
  CHECK(take_all(agenda, 29).empty());
  CHECK(take_all(agenda, 30) == "d");
  CHECK(agenda.empty());
  CHECK_FALSE(agenda.next_due().has_value());
}

TEST_CASE("An entry of an agenda can be cancelled once, unless it was taken", "[agenda]") {
  Agenda<std::string> agenda;
  const auto a = agenda.add({10}, "a");
  const auto b = agenda.add({10}, "b");
  CHECK(agenda.cancel(a));
  CHECK_FALSE(agenda.cancel(a));
  CHECK(take_all(agenda, 10) == "b");
  CHECK_FALSE(agenda.cancel(b));
}

TEST_CASE("Which of several entries of one time comes first is a choice", "[agenda]") {
  Agenda<std::string> agenda;
  for (const char* item : {"a", "b", "c"}) agenda.add({10}, item);
  agenda.add({11}, "d");
  LastChoices choices;
  std::string taken;
  while (const auto entry = agenda.take_due({11}, choices)) taken += entry->item;
  CHECK(taken == "cbad");
}

TEST_CASE("An agenda keeps its order through ten thousand additions and cancellations",
          "[agenda]") {
  Agenda<int> agenda;
  std::vector<Agenda<int>::Id> ids;
  for (int i = 0; i < 10'000; ++i) ids.push_back(agenda.add({i * 7919 % 1000}, i));
  for (size_t i = 0; i < ids.size(); i += 3) REQUIRE(agenda.cancel(ids[i]));
  VirtualTime last;
  int taken = 0;
  while (const auto entry = agenda.take_due({1000})) {
    REQUIRE(entry->due >= last);
    REQUIRE(entry->item % 3 != 0);
    last = entry->due;
    ++taken;
  }
  CHECK(taken == 6666);
}
