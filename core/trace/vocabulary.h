#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <span>
#include <string_view>

// The closed sets of words a trace uses, each with the names that stand in the file, in order of
// the enumerators. Names may be added at the end; one that is in a trace is never renamed.
namespace loopscope::trace {

// The phases of libuv's loop (libuv's design overview, "The I/O loop").
enum class Phase : uint8_t { timers, pending, idle_prepare, poll, check, closing };

// Where a task waits. `main` is the program's own top level; `poll` holds completed or expected
// I/O; `check` holds immediates.
enum class Queue : uint8_t { main, tick, microtask, timers, pending, poll, check, closing };

enum class TimerOp : uint8_t { create, refresh, clear, ref, unref, due };
enum class HandleOp : uint8_t { open, close, ref, unref };

// `unhandled`: nobody handled the rejection by the time Node looks. `handled_late`: somebody did
// after that (Node's 'rejectionHandled').
enum class PromiseOp : uint8_t { created, fulfilled, rejected, handled_late, unhandled };

enum class Stream : uint8_t { out, err };

// What became of an error nobody caught: it ended the process, or a process handler took it, or it
// was only warned about.
enum class ErrorFate : uint8_t {
  uncaught,
  uncaught_handler,
  unhandled_rejection,
  rejection_handler,
  warning
};

enum class Limit : uint8_t {
  cpu_per_callback,
  cpu_total,
  memory,
  trace_events,
  tick_starvation,
  built_in,
  recursion,
  deadlock,
  until
};

// How a frame is left.
enum class FrameExit : uint8_t { returned, threw, awaited, yielded };

using Names = std::span<const std::string_view>;

namespace vocabulary {
inline constexpr std::string_view kPhases[] = {"timers", "pending", "idle-prepare",
                                               "poll",   "check",   "closing"};
inline constexpr std::string_view kQueues[] = {"main",    "tick", "microtask", "timers",
                                               "pending", "poll", "check",     "closing"};
inline constexpr std::string_view kTimerOps[] = {"create", "refresh", "clear",
                                                 "ref",    "unref",   "due"};
inline constexpr std::string_view kHandleOps[] = {"open", "close", "ref", "unref"};
inline constexpr std::string_view kPromiseOps[] = {"created", "fulfilled", "rejected",
                                                   "handled-late", "unhandled"};
inline constexpr std::string_view kStreams[] = {"stdout", "stderr"};
inline constexpr std::string_view kErrorFates[] = {
    "uncaught", "uncaught-handler", "unhandled-rejection", "rejection-handler", "warning"};
inline constexpr std::string_view kLimits[] = {"cpu-per-callback", "cpu-total",       "memory",
                                               "trace-events",     "tick-starvation", "built-in",
                                               "recursion",        "deadlock",        "until"};
inline constexpr std::string_view kFrameExits[] = {"returned", "threw", "awaited", "yielded"};
}  // namespace vocabulary

constexpr Names names_of(Phase) {
  return vocabulary::kPhases;
}
constexpr Names names_of(Queue) {
  return vocabulary::kQueues;
}
constexpr Names names_of(TimerOp) {
  return vocabulary::kTimerOps;
}
constexpr Names names_of(HandleOp) {
  return vocabulary::kHandleOps;
}
constexpr Names names_of(PromiseOp) {
  return vocabulary::kPromiseOps;
}
constexpr Names names_of(Stream) {
  return vocabulary::kStreams;
}
constexpr Names names_of(ErrorFate) {
  return vocabulary::kErrorFates;
}
constexpr Names names_of(Limit) {
  return vocabulary::kLimits;
}
constexpr Names names_of(FrameExit) {
  return vocabulary::kFrameExits;
}

// The word for a value: name(Queue::tick) is "tick".
template <typename Enum>
constexpr std::string_view name(Enum value) {
  return names_of(value)[static_cast<size_t>(value)];
}

inline constexpr size_t kPhaseCount = std::size(vocabulary::kPhases);
inline constexpr size_t kQueueCount = std::size(vocabulary::kQueues);

}  // namespace loopscope::trace
