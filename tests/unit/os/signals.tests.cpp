#include "core/os/signals.h"

#include <catch2/catch.hpp>
#include <csignal>

using namespace loopscope::os;

TEST_CASE("signals have Linux's names and numbers", "[os][signals]") {
  CHECK(signal_name(SIGHUP) == "SIGHUP");
  CHECK(signal_name(SIGTERM) == "SIGTERM");
  CHECK(signal_name(SIGSYS) == "SIGSYS");
  CHECK(signal_name(0).empty());
  CHECK(signal_name(kLastSignal + 1).empty());
}

TEST_CASE("most signals end a process", "[os][signals]") {
  CHECK(default_action(SIGTERM) == SignalAction::kEnds);
  CHECK(default_action(SIGUSR2) == SignalAction::kEnds);
  CHECK(default_action(SIGCHLD) == SignalAction::kIgnored);
  CHECK(default_action(SIGPIPE) == SignalAction::kIgnored);
  CHECK(default_action(SIGSTOP) == SignalAction::kStops);
}
