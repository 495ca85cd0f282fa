#pragma once

#include <cstdint>
#include <string_view>

namespace loopscope::os {

// Linux's signals on x86-64, from 1 on.
inline constexpr int kLastSignal = 31;

// "SIGTERM"; empty: no such signal.
std::string_view signal_name(int number);

// What a signal does to a process whose program does not handle it. Node itself ignores SIGPIPE,
// and would begin to listen for a debugger at SIGUSR1.
enum class SignalAction : uint8_t { kEnds, kIgnored, kStops };
SignalAction default_action(int number);

}  // namespace loopscope::os
