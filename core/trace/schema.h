#pragma once

#include <optional>
#include <string_view>
#include <tuple>

#include "core/trace/event.h"
#include "core/trace/fields.h"
#include "core/trace/strings.h"
#include "core/trace/vocabulary.h"

// The schema of the trace: one struct a kind of event, and kFields naming its members in the file.
// Writer, reader, state, diff and README follow it. To add a kind: write its struct, add it at the
// end of Payloads, and give Recorder a method for it.
//
// A field marked kOmitZero isn't written when it is 0, false, "" or no task, and is so when absent.
namespace loopscope::trace {

// The loop starts another turn, with its cached time (libuv's uv_now).
struct Iteration {
  static constexpr std::string_view kName = "iteration";
  uint32_t number = 0;
  int64_t loop_now_ms = 0;
  static constexpr auto kFields =
      std::tuple(Field("n", &Iteration::number), Field("now", &Iteration::loop_now_ms));
};

// The loop enters a phase that has something to do.
struct PhaseEnter {
  static constexpr std::string_view kName = "phase";
  Phase phase{};
  uint32_t queued = 0;  // tasks that can run in it at the moment
  static constexpr auto kFields =
      std::tuple(Field("phase", &PhaseEnter::phase), Field("queued", &PhaseEnter::queued));
};

struct PhaseLeave {
  static constexpr std::string_view kName = "phase-end";
  Phase phase{};
  static constexpr auto kFields = std::tuple(Field("phase", &PhaseLeave::phase));
};

// The loop sleeps in poll, for what, and until when if nothing comes before.
struct Wait {
  static constexpr std::string_view kName = "wait";
  std::optional<VirtualTime> until;
  StringId what;
  static constexpr auto kFields =
      std::tuple(Field("until", &Wait::until), Field("for", &Wait::what, kOmitZero));
};

// A task is put into a queue. `cause` is the task that scheduled it, `from` the line it did so at,
// `due` the virtual time before which it can't run.
struct Enqueue {
  static constexpr std::string_view kName = "enqueue";
  TaskId id;
  Queue queue{};
  StringId label;
  StringId location;
  TaskId cause;
  StringId from;
  std::optional<VirtualTime> due;
  static constexpr auto kFields =
      std::tuple(Field("id", &Enqueue::id), Field("q", &Enqueue::queue),
                 Field("label", &Enqueue::label, kOmitZero),
                 Field("loc", &Enqueue::location, kOmitZero | kLocation),
                 Field("cause", &Enqueue::cause, kOmitZero),
                 Field("from", &Enqueue::from, kOmitZero | kLocation), Field("due", &Enqueue::due));
};

struct Start {
  static constexpr std::string_view kName = "start";
  TaskId id;
  static constexpr auto kFields = std::tuple(Field("id", &Start::id));
};

struct End {
  static constexpr std::string_view kName = "end";
  TaskId id;
  int64_t cpu_ns = 0;  // virtual CPU time the task took
  static constexpr auto kFields = std::tuple(Field("id", &End::id), Field("cpu", &End::cpu_ns));
};

// A task leaves its queue without running.
struct Cancel {
  static constexpr std::string_view kName = "cancel";
  TaskId id;
  static constexpr auto kFields = std::tuple(Field("id", &Cancel::id));
};

// The tick or microtask queue begins to drain.
struct Drain {
  static constexpr std::string_view kName = "drain";
  Queue queue{};
  uint32_t queued = 0;
  static constexpr auto kFields =
      std::tuple(Field("q", &Drain::queue), Field("queued", &Drain::queued));
};

struct Timer {
  static constexpr std::string_view kName = "timer";
  TimerOp op{};
  TaskId id;
  int64_t delay_ms = 0;
  bool repeats = false;
  static constexpr auto kFields =
      std::tuple(Field("op", &Timer::op), Field("id", &Timer::id), Field("delay", &Timer::delay_ms),
                 Field("repeat", &Timer::repeats, kOmitZero));
};

struct Handle {
  static constexpr std::string_view kName = "handle";
  HandleOp op{};
  uint32_t id = 0;
  StringId what;
  static constexpr auto kFields = std::tuple(Field("op", &Handle::op), Field("id", &Handle::id),
                                             Field("what", &Handle::what, kOmitZero));
};

struct Promise {
  static constexpr std::string_view kName = "promise";
  PromiseOp op{};
  uint32_t id = 0;
  StringId text;
  StringId location;
  static constexpr auto kFields =
      std::tuple(Field("op", &Promise::op), Field("id", &Promise::id),
                 Field("text", &Promise::text, kOmitZero),
                 Field("loc", &Promise::location, kOmitZero | kLocation));
};

// What the program wrote, as it wrote it: line ends included.
struct Console {
  static constexpr std::string_view kName = "console";
  Stream stream{};
  StringId text;
  static constexpr auto kFields =
      std::tuple(Field("to", &Console::stream), Field("text", &Console::text));
};

struct Error {
  static constexpr std::string_view kName = "error";
  ErrorFate fate{};
  StringId text;
  StringId location;
  static constexpr auto kFields =
      std::tuple(Field("fate", &Error::fate), Field("text", &Error::text),
                 Field("loc", &Error::location, kOmitZero | kLocation));
};

struct Warning {
  static constexpr std::string_view kName = "warning";
  StringId text;
  static constexpr auto kFields = std::tuple(Field("text", &Warning::text));
};

// A limit ended the run.
struct LimitReached {
  static constexpr std::string_view kName = "limit";
  Limit limit{};
  StringId text;
  StringId location;
  static constexpr auto kFields =
      std::tuple(Field("which", &LimitReached::limit), Field("text", &LimitReached::text),
                 Field("loc", &LimitReached::location, kOmitZero | kLocation));
};

struct Memory {
  static constexpr std::string_view kName = "memory";
  int64_t heap_bytes = 0;
  int64_t external_bytes = 0;
  static constexpr auto kFields =
      std::tuple(Field("heap", &Memory::heap_bytes), Field("external", &Memory::external_bytes));
};

// A source file the program loaded.
struct Source {
  static constexpr std::string_view kName = "source";
  StringId file;
  StringId hash;
  static constexpr auto kFields =
      std::tuple(Field("file", &Source::file), Field("hash", &Source::hash));
};

struct Exit {
  static constexpr std::string_view kName = "exit";
  int64_t code = 0;
  static constexpr auto kFields = std::tuple(Field("code", &Exit::code));
};

// Execution of the program's own code comes to another line or frame. Recorded only where asked
// for. `variables` are those visible there, innermost scope first, one "name = value" a line.
struct Line {
  static constexpr std::string_view kName = "line";
  StringId location;
  StringId function;
  uint32_t depth = 0;  // frames of the program's own on the stack; 1: the task's outermost
  StringId variables;
  static constexpr auto kFields =
      std::tuple(Field("loc", &Line::location, kLocation), Field("fn", &Line::function, kOmitZero),
                 Field("depth", &Line::depth), Field("vars", &Line::variables, kOmitZero));
};

// A frame whose lines are recorded is left.
struct Return {
  static constexpr std::string_view kName = "return";
  FrameExit how{};
  uint32_t depth = 0;
  StringId text;  // the value, in short
  static constexpr auto kFields =
      std::tuple(Field("how", &Return::how), Field("depth", &Return::depth),
                 Field("text", &Return::text, kOmitZero));
};

using Payloads = std::tuple<Iteration, PhaseEnter, PhaseLeave, Wait, Enqueue, Start, End, Cancel,
                            Drain, Timer, Handle, Promise, Console, Error, Warning, LimitReached,
                            Memory, Source, Exit, Line, Return>;

// The same as data, for code that treats all kinds alike.
inline constexpr auto kSchema = schema_of<Payloads>();
inline constexpr size_t kKindCount = kSchema.size();

// The kind of a payload: kKind<Start>, usable as a case label.
template <typename Payload>
inline constexpr Kind kKind = kind_in<Payloads, Payload>();

inline const KindSpec* spec_of(Kind kind) {
  const auto index = static_cast<size_t>(kind);
  return index < kSchema.size() ? &kSchema[index] : nullptr;
}

// The kind of that name in the file, or nullptr.
const KindSpec* find_kind(std::string_view name);

template <typename Payload>
bool is(const Event& event) {
  return event.kind == kKind<Payload>;
}

// The payload of an event of that kind.
template <typename Payload>
Payload unpack(const Event& event) {
  return unpack_fields<Payload>(event);
}

template <typename Payload>
Event pack(const Stamp& stamp, const Payload& payload) {
  return pack_fields(stamp, kKind<Payload>, payload);
}

}  // namespace loopscope::trace
