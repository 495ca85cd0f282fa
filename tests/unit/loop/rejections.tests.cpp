#include "core/loop/rejections.h"

#include <catch2/catch.hpp>

#include "tests/unit/loop/fake_port.h"

using namespace loopscope;
using loop::Outcome;
using loop::Rejections;

TEST_CASE("Nothing rejected, nothing to report", "[loop][rejections]") {
  loop::fake::FakePort port;
  Rejections rejections(port);
  CHECK_FALSE(rejections.anything_to_report());
  CHECK(rejections.report() == std::nullopt);
  CHECK(port.journal == "");
}

TEST_CASE("Rejections nobody handled are reported once, in the order of rejection",
          "[loop][rejections]") {
  loop::fake::FakePort port;
  Rejections rejections(port);
  for (const uint32_t slot : {7, 3, 5}) rejections.rejected(slot);
  CHECK(rejections.anything_to_report());
  CHECK(rejections.report() == Outcome::kCompleted);
  CHECK(port.journal == "unhandled 7 unhandled 3 unhandled 5");
  CHECK_FALSE(rejections.anything_to_report());
  CHECK(rejections.report() == std::nullopt);
}

TEST_CASE("A rejection handled before its report is never reported, and its slot is discarded",
          "[loop][rejections]") {
  loop::fake::FakePort port;
  Rejections rejections(port);
  rejections.rejected(1);
  rejections.rejected(2);
  CHECK(rejections.handled(1));
  CHECK(port.discarded.empty());
  CHECK(rejections.report() == Outcome::kCompleted);
  CHECK(port.journal == "unhandled 2");
  CHECK(port.discarded == std::vector<uint32_t>{1});
}

TEST_CASE("If every rejection was handled in time there is nothing to report",
          "[loop][rejections]") {
  loop::fake::FakePort port;
  Rejections rejections(port);
  rejections.rejected(1);
  rejections.handled(1);
  CHECK_FALSE(rejections.anything_to_report());
  CHECK(rejections.report() == std::nullopt);
  CHECK(port.journal == "");
}

TEST_CASE("A rejection handled after its report is reported as late, once", "[loop][rejections]") {
  loop::fake::FakePort port;
  Rejections rejections(port);
  rejections.rejected(1);
  rejections.report();
  CHECK(rejections.handled(1));
  CHECK(rejections.anything_to_report());
  CHECK(rejections.report() == Outcome::kCompleted);
  CHECK(port.journal == "unhandled 1 late 1");
  CHECK_FALSE(rejections.anything_to_report());
  CHECK_FALSE(rejections.handled(1));
}

TEST_CASE("A promise the tracker knows nothing of may be released", "[loop][rejections]") {
  loop::fake::FakePort port;
  Rejections rejections(port);
  CHECK_FALSE(rejections.handled(9));
}

TEST_CASE("Late handlings are reported before new rejections", "[loop][rejections]") {
  loop::fake::FakePort port;
  Rejections rejections(port);
  rejections.rejected(1);
  rejections.report();
  rejections.rejected(2);
  rejections.handled(1);
  rejections.report();
  CHECK(port.journal == "unhandled 1 late 1 unhandled 2");
}

TEST_CASE("What a report rejects waits for the next round", "[loop][rejections]") {
  loop::fake::FakePort port;
  Rejections rejections(port);
  port.on_report = [&](uint32_t slot) {
    if (slot < 3) rejections.rejected(slot + 10);
    return Outcome::kCompleted;
  };
  rejections.rejected(1);
  rejections.rejected(2);
  rejections.report();
  CHECK(port.journal == "unhandled 1 unhandled 2");
  CHECK(rejections.anything_to_report());
  rejections.report();
  CHECK(port.journal == "unhandled 1 unhandled 2 unhandled 11 unhandled 12");
}

TEST_CASE("A report may handle a rejection whose turn has not come", "[loop][rejections]") {
  loop::fake::FakePort port;
  Rejections rejections(port);
  port.on_report = [&](uint32_t slot) {
    if (slot == 1) rejections.handled(2);
    return Outcome::kCompleted;
  };
  for (const uint32_t slot : {1, 2, 3}) rejections.rejected(slot);
  rejections.report();
  CHECK(port.journal == "unhandled 1 unhandled 3");
}

TEST_CASE("A report that throws or ends the run stops the round; the rest stays due",
          "[loop][rejections]") {
  const Outcome outcome = GENERATE(Outcome::kThrew, Outcome::kEnded);
  loop::fake::FakePort port;
  Rejections rejections(port);
  port.on_report = [&](uint32_t) { return outcome; };
  rejections.rejected(1);
  rejections.rejected(2);
  CHECK(rejections.report() == outcome);
  CHECK(port.journal == "unhandled 1");
  CHECK(rejections.anything_to_report());
  CHECK(rejections.report() == outcome);
  CHECK(port.journal == "unhandled 1 unhandled 2");
}

TEST_CASE("A late report that throws stops the round too", "[loop][rejections]") {
  loop::fake::FakePort port;
  Rejections rejections(port);
  rejections.rejected(1);
  rejections.report();
  rejections.handled(1);
  rejections.rejected(2);
  port.on_report = [&](uint32_t) { return Outcome::kThrew; };
  CHECK(rejections.report() == Outcome::kThrew);
  CHECK(port.journal == "unhandled 1 late 1");
}
