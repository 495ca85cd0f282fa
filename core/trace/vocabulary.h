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

// The two sides of a stream.
enum class StreamSide : uint8_t { readable, writable };

// What happens to a stream. Readable: `flows` (chunks come as 'data'), `paused`, `listened` (to
// 'readable'), `ended` (push(null)), `end` (the event). Writable: `full` (write() said false),
// `drain`, `corked`, `uncorked`, `ending` (end() was called), `finish`. Both: `error`, `destroy`,
// `close`, `named` (what it reads or writes).
enum class StreamOp : uint8_t {
  flows,
  paused,
  listened,
  ended,
  end,
  full,
  drain,
  corked,
  uncorked,
  ending,
  finish,
  error,
  destroy,
  close,
  named
};

// What happens to a chunk. Readable: `push` and `unshift` into the buffer, `read` out of it, `pass`
// by it, straight to who listens. Writable: `write` is begun at once, `wait` is put into the buffer
// and `begin` taken out of it; `done` calls back for all that is begun; `drop` ends all waiting.
enum class ChunkOp : uint8_t { push, unshift, read, pass, write, wait, begin, done, drop };

// `await`: the source waits until the destination drains; `go_on`: it need not any more.
enum class PipeOp : uint8_t { pipe, unpipe, await, go_on };

// An agent's life, until its `exit`: `created` by another, `online` (its program begins), `ending`
// (it was told to end).
enum class AgentOp : uint8_t { created, online, ending };
enum class AgentKind : uint8_t { thread, process };

enum class CoreOp : uint8_t { take, leave };

// `drop`: it was on its way, or waited, when the port was closed.
enum class MessageOp : uint8_t { send, receive, drop };

// `moved`: to another agent, in a message. `started`: what arrives is given to the program.
enum class PortOp : uint8_t { made, started, moved, closed, ref, unref };

// Memory that agents share. `shared`: an agent got it in a message. `value`: a cell was found
// changed. `wait`: Atomics.wait() blocks the agent, until it is `woken` or `timed_out`; it does not
// if the value is `not_equal`.
enum class SharedOp : uint8_t { made, shared, value, wait, not_equal, woken, timed_out, notify };

// A signal to a process. `caught`: its program has a handler for it. `ends`: it ends the process.
enum class SignalOp : uint8_t { sent, caught, ends };

// What a primary of a cluster does with a connection. `queued`: no worker is free. `returned`: the
// worker did not want it.
enum class HandoffOp : uint8_t { queued, given, taken, returned };

// A request's way. The client: `send` (it has written the head), `receive` (it has the whole
// response). The server: `arrive` (the first bytes are in its socket, whatever the program does),
// `handle` (the program's handler gets it), `head` (of the response), `finish` (the response is
// handed over). `fail`: the client gets no response, or the server cannot send one.
enum class RequestOp : uint8_t { send, arrive, handle, head, finish, receive, fail };

enum class LoadOp : uint8_t { begin, report, end };

// What becomes of a managed process. `command`: somebody typed one. `options`: what the manager was
// told of it, before it is started for the first time. `errored`: it is given up.
enum class ManagerOp : uint8_t {
  command,
  start,
  online,
  ready,
  stopping,
  stopped,
  crashed,
  restart,
  backoff,
  errored,
  deleted,
  memory_limit,
  options
};

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
inline constexpr std::string_view kStreamSides[] = {"readable", "writable"};
inline constexpr std::string_view kStreamOps[] = {
    "flows",    "paused", "listened", "ended", "end",     "full",  "drain", "corked",
    "uncorked", "ending", "finish",   "error", "destroy", "close", "named"};
inline constexpr std::string_view kChunkOps[] = {"push", "unshift", "read", "pass", "write",
                                                 "wait", "begin",   "done", "drop"};
inline constexpr std::string_view kPipeOps[] = {"pipe", "unpipe", "await", "go-on"};
inline constexpr std::string_view kAgentOps[] = {"created", "online", "ending"};
inline constexpr std::string_view kAgentKinds[] = {"thread", "process"};
inline constexpr std::string_view kCoreOps[] = {"take", "leave"};
inline constexpr std::string_view kMessageOps[] = {"send", "receive", "drop"};
inline constexpr std::string_view kPortOps[] = {"made",   "started", "moved",
                                                "closed", "ref",     "unref"};
inline constexpr std::string_view kSharedOps[] = {"made",      "shared", "value",     "wait",
                                                  "not-equal", "woken",  "timed-out", "notify"};
inline constexpr std::string_view kSignalOps[] = {"sent", "caught", "ends"};
inline constexpr std::string_view kHandoffOps[] = {"queued", "given", "taken", "returned"};
inline constexpr std::string_view kRequestOps[] = {"send",   "arrive",  "handle", "head",
                                                   "finish", "receive", "fail"};
inline constexpr std::string_view kLoadOps[] = {"begin", "report", "end"};
inline constexpr std::string_view kManagerOps[] = {
    "command", "start",   "online",  "ready",   "stopping",     "stopped", "crashed",
    "restart", "backoff", "errored", "deleted", "memory-limit", "options"};
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

constexpr Names names_of(StreamSide) {
  return vocabulary::kStreamSides;
}
constexpr Names names_of(StreamOp) {
  return vocabulary::kStreamOps;
}
constexpr Names names_of(ChunkOp) {
  return vocabulary::kChunkOps;
}
constexpr Names names_of(PipeOp) {
  return vocabulary::kPipeOps;
}
constexpr Names names_of(AgentOp) {
  return vocabulary::kAgentOps;
}
constexpr Names names_of(AgentKind) {
  return vocabulary::kAgentKinds;
}
constexpr Names names_of(CoreOp) {
  return vocabulary::kCoreOps;
}
constexpr Names names_of(MessageOp) {
  return vocabulary::kMessageOps;
}
constexpr Names names_of(PortOp) {
  return vocabulary::kPortOps;
}
constexpr Names names_of(SharedOp) {
  return vocabulary::kSharedOps;
}
constexpr Names names_of(SignalOp) {
  return vocabulary::kSignalOps;
}
constexpr Names names_of(HandoffOp) {
  return vocabulary::kHandoffOps;
}
constexpr Names names_of(RequestOp) {
  return vocabulary::kRequestOps;
}
constexpr Names names_of(LoadOp) {
  return vocabulary::kLoadOps;
}
constexpr Names names_of(ManagerOp) {
  return vocabulary::kManagerOps;
}

// The word for a value: name(Queue::tick) is "tick".
template <typename Enum>
constexpr std::string_view name(Enum value) {
  return names_of(value)[static_cast<size_t>(value)];
}

inline constexpr size_t kPhaseCount = std::size(vocabulary::kPhases);
inline constexpr size_t kQueueCount = std::size(vocabulary::kQueues);

}  // namespace loopscope::trace
