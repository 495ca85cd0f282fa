#include "core/trace/recorder.h"

#include <algorithm>
#include <cstddef>
#include <limits>
#include <utility>

namespace loopscope::trace {

namespace {

// Counts stand in 32 bits; one that is larger means "very many", and says so as the largest.
uint32_t count(uint64_t value) {
  return static_cast<uint32_t>(std::min<uint64_t>(value, UINT32_MAX));
}

}  // namespace

void Recorder::settle(VirtualTime before) {
  if (m_held.empty()) return;
  const auto earlier = [](const Event& a, const Event& b) {
    return std::pair(a.time, a.agent) < std::pair(b.time, b.agent);
  };
  const auto fresh = m_held.begin() + static_cast<std::ptrdiff_t>(m_held_in_order);
  std::stable_sort(fresh, m_held.end(), earlier);
  std::inplace_merge(m_held.begin(), fresh, m_held.end(), earlier);
  m_held_in_order = m_held.size();
  const auto settled = std::partition_point(
      m_held.begin(), m_held.end(), [before](const Event& event) { return event.time < before; });
  hand_over(static_cast<size_t>(settled - m_held.begin()));
}

void Recorder::settle_all() {
  settle(VirtualTime{std::numeric_limits<int64_t>::max()});
  m_holds_back = false;
}

void Recorder::hand_over(size_t count) {
  for (size_t i = 0; i < count; ++i) m_sink.event(m_held[i], m_strings);
  m_held.erase(m_held.begin(), m_held.begin() + static_cast<std::ptrdiff_t>(count));
  m_held_in_order -= count;
}

void Recorder::iteration(const Stamp& stamp, uint64_t number, int64_t loop_now_ms) {
  record(stamp, Iteration{count(number), loop_now_ms});
}

void Recorder::phase(const Stamp& stamp, Phase phase, uint64_t queued) {
  record(stamp, PhaseEnter{phase, count(queued)});
}

void Recorder::phase_end(const Stamp& stamp, Phase phase) {
  record(stamp, PhaseLeave{phase});
}

void Recorder::wait(const Stamp& stamp, std::optional<VirtualTime> until, Text what) {
  record(stamp, Wait{until, id_of(what)});
}

void Recorder::enqueue(const Stamp& stamp, TaskId id, Queue queue, Text label, Text location,
                       TaskId cause, Text from, std::optional<VirtualTime> due) {
  record(stamp, Enqueue{id, queue, id_of(label), id_of(location), cause, id_of(from), due});
}

void Recorder::start(const Stamp& stamp, TaskId id) {
  record(stamp, Start{id});
}

void Recorder::end(const Stamp& stamp, TaskId id, int64_t cpu_ns) {
  record(stamp, End{id, cpu_ns});
}

void Recorder::cancel(const Stamp& stamp, TaskId id) {
  record(stamp, Cancel{id});
}

void Recorder::drain(const Stamp& stamp, Queue queue, uint64_t queued) {
  record(stamp, Drain{queue, count(queued)});
}

void Recorder::timer(const Stamp& stamp, TimerOp op, TaskId id, int64_t delay_ms, bool repeats) {
  record(stamp, Timer{op, id, delay_ms, repeats});
}

void Recorder::handle(const Stamp& stamp, HandleOp op, uint32_t id, Text what) {
  record(stamp, Handle{op, id, id_of(what)});
}

void Recorder::promise(const Stamp& stamp, PromiseOp op, uint32_t id, Text text, Text location) {
  record(stamp, Promise{op, id, id_of(text), id_of(location)});
}

void Recorder::console(const Stamp& stamp, Stream stream, Text text) {
  record(stamp, Console{stream, id_of(text)});
}

void Recorder::error(const Stamp& stamp, ErrorFate fate, Text text, Text location) {
  record(stamp, Error{fate, id_of(text), id_of(location)});
}

void Recorder::warning(const Stamp& stamp, Text text) {
  record(stamp, Warning{id_of(text)});
}

void Recorder::limit(const Stamp& stamp, Limit limit, Text text, Text location) {
  record(stamp, LimitReached{limit, id_of(text), id_of(location)});
}

void Recorder::memory(const Stamp& stamp, int64_t heap_bytes, int64_t external_bytes) {
  record(stamp, Memory{heap_bytes, external_bytes});
}

void Recorder::source(const Stamp& stamp, Text file, Text hash) {
  record(stamp, Source{id_of(file), id_of(hash)});
}

void Recorder::exit(const Stamp& stamp, int code, Text signal) {
  record(stamp, Exit{code, id_of(signal)});
}

void Recorder::job(const Stamp& stamp, const Job& job) {
  record(stamp, job);
}

void Recorder::stream(const Stamp& stamp, const StreamMade& stream) {
  record(stamp, stream);
}

void Recorder::stream_side(const Stamp& stamp, const StreamSideMade& side) {
  record(stamp, side);
}

void Recorder::stream_op(const Stamp& stamp, const StreamChange& change) {
  record(stamp, change);
}

void Recorder::chunk(const Stamp& stamp, const ChunkMove& move) {
  record(stamp, move);
}

void Recorder::pipe(const Stamp& stamp, const Pipe& pipe) {
  record(stamp, pipe);
}

void Recorder::agent(const Stamp& stamp, const AgentChange& change) {
  record(stamp, change);
}

void Recorder::core(const Stamp& stamp, const CoreChange& change) {
  record(stamp, change);
}

void Recorder::message(const Stamp& stamp, const MessageMove& move) {
  record(stamp, move);
}

void Recorder::port(const Stamp& stamp, const PortChange& change) {
  record(stamp, change);
}

void Recorder::shared(const Stamp& stamp, const SharedChange& change) {
  record(stamp, change);
}

void Recorder::signal(const Stamp& stamp, const SignalChange& change) {
  record(stamp, change);
}

void Recorder::handoff(const Stamp& stamp, const Handoff& handoff) {
  record(stamp, handoff);
}

void Recorder::request(const Stamp& stamp, const RequestChange& change) {
  record(stamp, change);
}

void Recorder::load(const Stamp& stamp, const LoadChange& change) {
  record(stamp, change);
}

void Recorder::manager(const Stamp& stamp, const ManagerChange& change) {
  record(stamp, change);
}

void Recorder::line(const Stamp& stamp, Text location, Text function, uint32_t depth,
                    Text variables) {
  record(stamp, Line{id_of(location), id_of(function), depth, id_of(variables)});
}

void Recorder::leave_frame(const Stamp& stamp, FrameExit how, uint32_t depth, Text text) {
  record(stamp, Return{how, depth, id_of(text)});
}

}  // namespace loopscope::trace
