#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/trace/schema.h"
#include "core/trace/sink.h"

namespace loopscope::trace {

// A string given to the recorder: by number when it was interned before (the hot way), or as it is.
class Text {
 public:
  Text(StringId id) : m_id(id) {}                                               // NOLINT: by design
  Text(std::string_view characters) : m_characters(characters), m_raw(true) {}  // NOLINT
  Text(const char* characters) : Text(std::string_view(characters)) {}          // NOLINT
  Text(const std::string& characters) : Text(std::string_view(characters)) {}   // NOLINT

  StringId id_in(StringTable& strings) const { return m_raw ? strings.intern(m_characters) : m_id; }

 private:
  StringId m_id;
  std::string_view m_characters;
  bool m_raw = false;
};

// The one way events come into being: a method a kind, called by whoever makes it happen, with the
// moment, the agent and the task running there. Hands each event to the sink at once, while there
// is one agent. One recorder serves all agents of a run, of which only one runs at a time; since
// they run ahead of each other, events of several are held back and put in order: by time, then by
// agent, then as each agent recorded them.
class Recorder {
 public:
  // The sink is not owned.
  explicit Recorder(Sink& sink) : m_sink(sink) {}
  Recorder(const Recorder&) = delete;
  Recorder& operator=(const Recorder&) = delete;

  StringId intern(std::string_view text) { return m_strings.intern(text); }
  const StringTable& strings() const { return m_strings; }
  // Events recorded so far, which is also the step of the next one.
  uint64_t events() const { return m_events; }

  // To be called now and then: flushes the sink if no event has come since the call before.
  void flush_if_silent() {
    if (m_events != m_events_at_last_look) {
      m_events_at_last_look = m_events;
    } else if (m_events_flushed != m_events) {
      m_sink.flush();
      m_events_flushed = m_events;
    }
  }

  // There will be several agents: from now on events go to the sink by settle() and settle_all().
  void hold_back() { m_holds_back = true; }
  bool holds_back() const { return m_holds_back; }
  // No agent will record anything before that time any more.
  void settle(VirtualTime before);
  // Nothing will be recorded any more.
  void settle_all();

  // A task id that no agent of the run has had.
  TaskId new_task() { return TaskId{++m_last_task}; }

  void iteration(const Stamp& stamp, uint64_t number, int64_t loop_now_ms);
  void phase(const Stamp& stamp, Phase phase, uint64_t queued);
  void phase_end(const Stamp& stamp, Phase phase);
  void wait(const Stamp& stamp, std::optional<VirtualTime> until, Text what);

  void enqueue(const Stamp& stamp, TaskId id, Queue queue, Text label, Text location, TaskId cause,
               Text from, std::optional<VirtualTime> due = std::nullopt);
  void start(const Stamp& stamp, TaskId id);
  void end(const Stamp& stamp, TaskId id, int64_t cpu_ns);
  void cancel(const Stamp& stamp, TaskId id);
  void drain(const Stamp& stamp, Queue queue, uint64_t queued);

  void job(const Stamp& stamp, const Job& job);

  void stream(const Stamp& stamp, const StreamMade& stream);
  void stream_side(const Stamp& stamp, const StreamSideMade& side);
  void stream_op(const Stamp& stamp, const StreamChange& change);
  void chunk(const Stamp& stamp, const ChunkMove& move);
  void pipe(const Stamp& stamp, const Pipe& pipe);

  void agent(const Stamp& stamp, const AgentChange& change);
  void core(const Stamp& stamp, const CoreChange& change);
  void message(const Stamp& stamp, const MessageMove& move);
  void port(const Stamp& stamp, const PortChange& change);
  void shared(const Stamp& stamp, const SharedChange& change);
  void signal(const Stamp& stamp, const SignalChange& change);
  void handoff(const Stamp& stamp, const Handoff& handoff);
  void request(const Stamp& stamp, const RequestChange& change);
  void load(const Stamp& stamp, const LoadChange& change);
  void manager(const Stamp& stamp, const ManagerChange& change);

  void timer(const Stamp& stamp, TimerOp op, TaskId id, int64_t delay_ms, bool repeats);
  void handle(const Stamp& stamp, HandleOp op, uint32_t id, Text what);
  void promise(const Stamp& stamp, PromiseOp op, uint32_t id, Text text, Text location);

  void console(const Stamp& stamp, Stream stream, Text text);
  void error(const Stamp& stamp, ErrorFate fate, Text text, Text location);
  void warning(const Stamp& stamp, Text text);
  void limit(const Stamp& stamp, Limit limit, Text text, Text location);
  void memory(const Stamp& stamp, int64_t heap_bytes, int64_t external_bytes);
  void source(const Stamp& stamp, Text file, Text hash);
  void exit(const Stamp& stamp, int code, Text signal = "");
  void line(const Stamp& stamp, Text location, Text function, uint32_t depth, Text variables);
  void leave_frame(const Stamp& stamp, FrameExit how, uint32_t depth, Text text);

 private:
  template <typename Payload>
  void record(const Stamp& stamp, const Payload& payload) {
    ++m_events;
    if (m_holds_back)
      m_held.push_back(pack(stamp, payload));
    else
      m_sink.event(pack(stamp, payload), m_strings);
  }
  void hand_over(size_t count);
  StringId id_of(const Text& text) { return text.id_in(m_strings); }

  Sink& m_sink;
  StringTable m_strings;
  uint64_t m_events = 0;
  uint64_t m_events_at_last_look = 0;
  uint64_t m_events_flushed = 0;
  uint32_t m_last_task = 0;
  bool m_holds_back = false;
  std::vector<Event> m_held;
  size_t m_held_in_order = 0;  // the first so many are in order
};

}  // namespace loopscope::trace
