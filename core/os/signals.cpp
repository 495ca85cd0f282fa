#include "core/os/signals.h"

#include <array>
#include <csignal>
#include <cstddef>

namespace loopscope::os {

namespace {

constexpr std::array<std::string_view, kLastSignal + 1> kNames = {
    "",          "SIGHUP",  "SIGINT",    "SIGQUIT", "SIGILL",   "SIGTRAP", "SIGABRT", "SIGBUS",
    "SIGFPE",    "SIGKILL", "SIGUSR1",   "SIGSEGV", "SIGUSR2",  "SIGPIPE", "SIGALRM", "SIGTERM",
    "SIGSTKFLT", "SIGCHLD", "SIGCONT",   "SIGSTOP", "SIGTSTP",  "SIGTTIN", "SIGTTOU", "SIGURG",
    "SIGXCPU",   "SIGXFSZ", "SIGVTALRM", "SIGPROF", "SIGWINCH", "SIGIO",   "SIGPWR",  "SIGSYS"};

}  // namespace

std::string_view signal_name(int number) {
  return number > 0 && number <= kLastSignal ? kNames[static_cast<size_t>(number)] : "";
}

SignalAction default_action(int number) {
  switch (number) {
    case SIGCHLD:
    case SIGCONT:
    case SIGURG:
    case SIGWINCH:
    case SIGPIPE:
    case SIGUSR1:
      return SignalAction::kIgnored;
    case SIGSTOP:
    case SIGTSTP:
    case SIGTTIN:
    case SIGTTOU:
      return SignalAction::kStops;
    default:
      return SignalAction::kEnds;
  }
}

}  // namespace loopscope::os
