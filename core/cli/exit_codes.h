#pragma once

// The exit codes of `loopscope`. `run` ends with the program's own code, as node would, unless the
// program could not run at all.
namespace loopscope::cli {

inline constexpr int kOk = 0;
inline constexpr int kDifferent = 1;  // test: something changed; diff: the traces differ
inline constexpr int kUsage = 64;     // a wrong option or argument
inline constexpr int kBadInput = 65;  // a missing or malformed script, directive or trace
inline constexpr int kCannotWrite = 73;
// Also: 70, a limit was reached (core/js/program.h), and node's own codes 0, 1, 7 and 13.

}  // namespace loopscope::cli
