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
  StringId signal;  // that ended the process
  static constexpr auto kFields =
      std::tuple(Field("code", &Exit::code), Field("signal", &Exit::signal, kOmitZero));
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

// A task of the poll queue is a job of the thread pool: it runs on that thread from `begins` (and
// waits for it until then) to the time the task is due.
struct Job {
  static constexpr std::string_view kName = "job";
  TaskId id;
  uint32_t thread = 0;  // counted from 0
  std::optional<VirtualTime> begins;
  uint32_t threads = 0;  // that the pool has
  static constexpr auto kFields =
      std::tuple(Field("id", &Job::id), Field("thread", &Job::thread),
                 Field("begins", &Job::begins), Field("threads", &Job::threads));
};

// A stream is made. Its sides follow.
struct StreamMade {
  static constexpr std::string_view kName = "stream";
  uint32_t id = 0;
  StringId label;  // its class
  StringId from;   // the line that made it
  StringId name;   // the variable that line puts it in
  static constexpr auto kFields =
      std::tuple(Field("id", &StreamMade::id), Field("label", &StreamMade::label),
                 Field("name", &StreamMade::name, kOmitZero),
                 Field("from", &StreamMade::from, kOmitZero | kLocation));
};

struct StreamSideMade {
  static constexpr std::string_view kName = "stream-side";
  uint32_t stream = 0;
  StreamSide side{};
  int64_t mark = 0;  // high-water mark: bytes, or objects in object mode
  bool objects = false;
  static constexpr auto kFields = std::tuple(
      Field("stream", &StreamSideMade::stream), Field("side", &StreamSideMade::side),
      Field("mark", &StreamSideMade::mark), Field("objects", &StreamSideMade::objects, kOmitZero));
};

struct StreamChange {
  static constexpr std::string_view kName = "stream-op";
  StreamOp op{};
  uint32_t stream = 0;
  StringId text;  // of an error or a name
  StringId from;  // the line at which it happened
  static constexpr auto kFields =
      std::tuple(Field("op", &StreamChange::op), Field("stream", &StreamChange::stream),
                 Field("text", &StreamChange::text, kOmitZero),
                 Field("from", &StreamChange::from, kOmitZero | kLocation));
};

// A chunk moves. The same number is the same data, in whatever stream; `of` is the chunk it was
// made of. `size` and `held`, what that side holds now, are in bytes, characters or objects.
struct ChunkMove {
  static constexpr std::string_view kName = "chunk";
  ChunkOp op{};
  uint32_t stream = 0;
  uint32_t number = 0;
  uint32_t of = 0;
  uint32_t size = 0;
  int64_t held = 0;
  StringId text;  // the beginning of it, where it is seen first
  static constexpr auto kFields =
      std::tuple(Field("op", &ChunkMove::op), Field("stream", &ChunkMove::stream),
                 Field("n", &ChunkMove::number), Field("of", &ChunkMove::of, kOmitZero),
                 Field("size", &ChunkMove::size), Field("held", &ChunkMove::held),
                 Field("text", &ChunkMove::text, kOmitZero));
};

// A pipe from one stream to another; 0 is something that is no stream of Node's own.
struct Pipe {
  static constexpr std::string_view kName = "pipe";
  PipeOp op{};
  uint32_t source = 0;
  uint32_t destination = 0;
  static constexpr auto kFields = std::tuple(Field("op", &Pipe::op), Field("source", &Pipe::source),
                                             Field("to", &Pipe::destination));
};

// Something in the life of an agent. Its end is its own Exit.
struct AgentChange {
  static constexpr std::string_view kName = "agent";
  AgentOp op{};
  uint32_t id = 0;  // which
  AgentKind kind{};
  StringId label;    // its name; what it runs
  StringId from;     // the line that made it, or told it to end
  uint32_t pid = 0;  // of a process
  static constexpr auto kFields =
      std::tuple(Field("op", &AgentChange::op), Field("id", &AgentChange::id),
                 Field("kind", &AgentChange::kind), Field("label", &AgentChange::label, kOmitZero),
                 Field("from", &AgentChange::from, kOmitZero | kLocation),
                 Field("pid", &AgentChange::pid, kOmitZero));
};

// The agent begins or ceases to compute on a core. Recorded from when there is a second agent.
struct CoreChange {
  static constexpr std::string_view kName = "core";
  CoreOp op{};
  uint32_t number = 0;    // counted from 0
  uint32_t cores = 0;     // that the machine has
  int64_t waited_ns = 0;  // take: how long it could not go on for want of a core
  static constexpr auto kFields = std::tuple(
      Field("op", &CoreChange::op), Field("n", &CoreChange::number),
      Field("cores", &CoreChange::cores), Field("waited", &CoreChange::waited_ns, kOmitZero));
};

// A message is posted to a port's peer, or comes out of a port. The same number is the same
// message.
struct MessageMove {
  static constexpr std::string_view kName = "message";
  MessageOp op{};
  uint32_t number = 0;
  uint32_t port = 0;         // send: it was posted on; receive, drop: it comes out of
  uint32_t to = 0;           // the port it goes to
  uint32_t size = 0;         // of its serialized form, in bytes
  uint32_t transferred = 0;  // buffers and ports that go over and are not copied
  StringId text;             // send: what it holds, in short
  StringId from;             // send: the line that posted it
  static constexpr auto kFields = std::tuple(
      Field("op", &MessageMove::op), Field("n", &MessageMove::number),
      Field("port", &MessageMove::port), Field("to", &MessageMove::to),
      Field("size", &MessageMove::size), Field("transferred", &MessageMove::transferred, kOmitZero),
      Field("text", &MessageMove::text, kOmitZero),
      Field("from", &MessageMove::from, kOmitZero | kLocation));
};

struct PortChange {
  static constexpr std::string_view kName = "port";
  PortOp op{};
  uint32_t id = 0;
  uint32_t peer = 0;   // the port at the other end; 0: none, or many
  uint32_t owner = 0;  // the agent that holds it now
  StringId label;      // made: what it is for
  StringId from;       // the line that did it
  static constexpr auto kFields =
      std::tuple(Field("op", &PortChange::op), Field("id", &PortChange::id),
                 Field("peer", &PortChange::peer, kOmitZero), Field("owner", &PortChange::owner),
                 Field("label", &PortChange::label, kOmitZero),
                 Field("from", &PortChange::from, kOmitZero | kLocation));
};

// Something about a buffer of shared memory. A cell is four bytes of it.
struct SharedChange {
  static constexpr std::string_view kName = "shared";
  SharedOp op{};
  uint32_t buffer = 0;
  uint32_t cell = 0;
  // made, shared: the buffer's bytes; value: what the cell holds now, not_equal: held; wait: what
  // it was expected to hold, and did; notify: how many were woken.
  int64_t value = 0;
  std::optional<VirtualTime> until;  // wait: at the latest
  StringId from;
  static constexpr auto kFields =
      std::tuple(Field("op", &SharedChange::op), Field("buffer", &SharedChange::buffer),
                 Field("cell", &SharedChange::cell), Field("value", &SharedChange::value),
                 Field("until", &SharedChange::until),
                 Field("from", &SharedChange::from, kOmitZero | kLocation));
};

struct SignalChange {
  static constexpr std::string_view kName = "signal";
  SignalOp op{};
  StringId name;
  uint32_t pid = 0;  // of the process it is sent to
  StringId from;     // the line that sent it
  static constexpr auto kFields = std::tuple(
      Field("op", &SignalChange::op), Field("name", &SignalChange::name),
      Field("pid", &SignalChange::pid), Field("from", &SignalChange::from, kOmitZero | kLocation));
};

// The primary of a cluster hands a connection to a worker.
struct Handoff {
  static constexpr std::string_view kName = "handoff";
  HandoffOp op{};
  uint32_t connection = 0;  // the same number is the same connection
  uint32_t worker = 0;      // the agent that gets it
  uint32_t waiting = 0;     // connections that no worker has been free for
  StringId address;         // the connection was made to
  static constexpr auto kFields = std::tuple(
      Field("op", &Handoff::op), Field("n", &Handoff::connection),
      Field("worker", &Handoff::worker, kOmitZero), Field("waiting", &Handoff::waiting, kOmitZero),
      Field("address", &Handoff::address, kOmitZero));
};

// Something in the life of an HTTP request. The same number is the same request at both ends.
struct RequestChange {
  static constexpr std::string_view kName = "request";
  RequestOp op{};
  uint32_t number = 0;
  uint32_t connection = 0;  // the same number as a Handoff's
  uint32_t status = 0;      // head, receive: of the response
  uint32_t load = 0;        // send: the load generator that sends it; 0: a program
  StringId text;            // send, handle: "GET /users"; fail: why
  StringId from;            // send: the line that made it; handle: where the handler is written
  static constexpr auto kFields =
      std::tuple(Field("op", &RequestChange::op), Field("n", &RequestChange::number),
                 Field("connection", &RequestChange::connection, kOmitZero),
                 Field("status", &RequestChange::status, kOmitZero),
                 Field("load", &RequestChange::load, kOmitZero),
                 Field("text", &RequestChange::text, kOmitZero),
                 Field("from", &RequestChange::from, kOmitZero | kLocation));
};

// What a load generator outside the machine has come to: all since it began.
struct LoadChange {
  static constexpr std::string_view kName = "load";
  LoadOp op{};
  uint32_t id = 0;
  StringId label;         // begin: its name
  StringId text;          // begin: what it does, as declared
  uint32_t sent = 0;      // requests
  uint32_t answered = 0;  // with whatever status
  uint32_t failed = 0;    // without a response, or with a status of 500 or more
  StringId latency;       // of those answered, as LatencyHistogram writes it
  static constexpr auto kFields = std::tuple(
      Field("op", &LoadChange::op), Field("id", &LoadChange::id),
      Field("label", &LoadChange::label, kOmitZero), Field("text", &LoadChange::text, kOmitZero),
      Field("sent", &LoadChange::sent), Field("answered", &LoadChange::answered),
      Field("failed", &LoadChange::failed), Field("latency", &LoadChange::latency, kOmitZero));
};

// What the process manager does.
struct ManagerChange {
  static constexpr std::string_view kName = "manager";
  ManagerOp op{};
  uint32_t app_process = 0;  // its number in the manager's list
  uint32_t agent = 0;        // that runs it; 0: none yet
  uint32_t pid = 0;
  StringId app;  // the application's name
  // command: as typed; start: cluster or fork; restart, crashed, errored: why; options: a command
  // that would start it so
  StringId text;
  // start, restart: how often by now; crashed, stopped, errored: too short lives in a row; backoff:
  // nanoseconds; memory-limit: bytes
  int64_t value = 0;
  static constexpr auto kFields = std::tuple(
      Field("op", &ManagerChange::op), Field("id", &ManagerChange::app_process),
      Field("agent", &ManagerChange::agent, kOmitZero),
      Field("pid", &ManagerChange::pid, kOmitZero), Field("app", &ManagerChange::app, kOmitZero),
      Field("text", &ManagerChange::text, kOmitZero),
      Field("value", &ManagerChange::value, kOmitZero));
};

using Payloads =
    std::tuple<Iteration, PhaseEnter, PhaseLeave, Wait, Enqueue, Start, End, Cancel, Drain, Timer,
               Handle, Promise, Console, Error, Warning, LimitReached, Memory, Source, Exit, Line,
               Return, Job, StreamMade, StreamSideMade, StreamChange, ChunkMove, Pipe, AgentChange,
               CoreChange, MessageMove, PortChange, SharedChange, SignalChange, Handoff,
               RequestChange, LoadChange, ManagerChange>;

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
