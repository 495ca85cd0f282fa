#include "core/stream/readable.h"

#include <algorithm>
#include <bit>

#include "core/stream/stream.h"

namespace loopscope::stream {

namespace {

constexpr int64_t kLargestMark = 1LL << 30;

// A read of more than the mark raises it, so that as much can be there one day.
int64_t raised_mark(int64_t size) {
  if (size >= kLargestMark) return kLargestMark;
  return static_cast<int64_t>(std::bit_ceil(static_cast<uint64_t>(size)));
}

}  // namespace

Readable::Readable(Stream& stream, const SideOptions& options) : Side(options), m_stream(stream) {}

Port& Readable::port() {
  return m_stream.port();
}

bool Readable::can_push_more() const {
  return !ended && (length() < high_water_mark || length() == 0);
}

// Adding.

Readable::Admission Readable::admit(bool to_front) {
  const bool too_late = to_front ? end_emitted : ended;
  if (too_late) {
    const Fault fault = to_front ? Fault::kUnshiftAfterEndEvent : Fault::kPushAfterEnd;
    return m_stream.fail(port().make_error(fault)) ? Admission::kRefuse : Admission::kFail;
  }
  return destroyed || errored ? Admission::kRefuse : Admission::kTake;
}

bool Readable::add_nothing() {
  reading = false;
  read_more_soon();
  return true;
}

bool Readable::add(Chunk& chunk, bool to_front) {
  if (!to_front) reading = false;
  if (flowing == true && length() == 0 && !sync && data_listening) {
    m_stream.note(trace::ChunkOp::pass, chunk, 0);
    pipes.forget_waiting();
    data_emitted = true;
    return true;
  }
  m_stream.note(to_front ? trace::ChunkOp::unshift : trace::ChunkOp::push, chunk,
                length() + chunk.length);
  if (to_front)
    m_buffer.push_front(std::move(chunk));
  else
    m_buffer.push_back(std::move(chunk));
  if (need_readable) emit_readable_soon();
  added();
  return false;
}

bool Readable::add_end() {
  reading = false;
  if (ended) return true;
  if (decodes) {
    Chunk rest;
    if (!port().flush_decoder(rest)) return false;
    if (rest.length > 0) push_back(std::move(rest));
  }
  ended = true;
  m_stream.note(trace::StreamOp::ended);
  // Within _read() the end waits its turn: whoever reads may not have listeners yet.
  if (sync) {
    emit_readable_soon();
    return true;
  }
  need_readable = false;
  emitted_readable = true;
  return emit_readable_now();
}

void Readable::replace_buffer(Chunk text) {
  Chunk all{{}, length(), 0};
  m_buffer.clear();
  if (all.length > 0) m_stream.note(trace::ChunkOp::read, all, 0);
  if (text.length > 0) push_back(std::move(text));
}

void Readable::push_back(Chunk chunk) {
  m_stream.note(trace::ChunkOp::push, chunk, length() + chunk.length);
  m_buffer.push_back(std::move(chunk));
}

// Reading.

int64_t Readable::amount(std::optional<int64_t> size) const {
  if ((size && *size <= 0) || (length() == 0 && ended)) return 0;
  if (object_mode) return 1;
  if (!size) return flowing == true && length() > 0 ? m_buffer.chunks().front().length : length();
  if (*size <= length()) return *size;
  return ended ? length() : 0;
}

Readable::ReadStep Readable::begin_read(std::optional<int64_t> asked, int64_t& size) {
  if (asked && *asked > high_water_mark) high_water_mark = raised_mark(*asked);
  if (asked != 0) emitted_readable = false;
  const bool full = high_water_mark != 0 ? length() >= high_water_mark : length() > 0;
  if (asked == 0 && need_readable && (full || ended)) {
    if (length() == 0 && ended)
      end_soon();
    else
      emit_readable_soon();
    return ReadStep::kNothing;
  }
  size = amount(asked);
  if (size == 0 && ended) {
    if (length() == 0) end_soon();
    return ReadStep::kNothing;
  }
  const bool wanted = need_readable || length() == 0 || length() - size < high_water_mark;
  if (!wanted || ended || reading || destroyed || errored || !constructed) return ReadStep::kTake;
  reading = sync = true;
  if (length() == 0) need_readable = true;
  return ReadStep::kCallRead;
}

void Readable::read_called(std::optional<int64_t> asked, int64_t& size) {
  sync = false;
  // What _read() pushed at once counts.
  if (!reading) size = amount(asked);
}

bool Readable::finish_read(std::optional<int64_t> asked, int64_t size, Chunk& result) {
  if (size > 0 && length() > 0) {
    if (!take(size, result)) return false;
    m_stream.note(trace::ChunkOp::read, result, length());
    pipes.forget_waiting();
  } else {
    need_readable = need_readable || length() <= high_water_mark;
    size = 0;
  }
  if (length() == 0) {
    if (!ended) need_readable = true;
    if (asked != size && ended) end_soon();
  }
  return true;
}

bool Readable::begin_delivery() {
  if (error_emitted || close_emitted) return false;
  data_emitted = true;
  return true;
}

bool Readable::take(int64_t size, Chunk& result) {
  if (object_mode) {
    result = m_buffer.take_first();
    return true;
  }
  if (size >= length()) return m_buffer.take_all(port(), result);
  return m_buffer.take(port(), size, result);
}

// 'readable'.

void Readable::emit_readable_soon() {
  need_readable = false;
  if (emitted_readable) return;
  emitted_readable = true;
  port().next_tick("emitReadable", [this] { return emit_readable_now(); });
}

bool Readable::emit_readable_now() {
  if (!destroyed && !errored && (length() > 0 || ended)) {
    if (!port().emit(Event::kReadable)) return false;
    emitted_readable = false;
  }
  need_readable = need_readable || (flowing != true && !ended && length() <= high_water_mark);
  return flow();
}

bool Readable::flow() {
  return flowing != true || port().read_on();
}

// Filling the buffer up to the mark.

void Readable::read_more_soon() {
  if (reading_more || !constructed) return;
  reading_more = true;
  port().next_tick("maybeReadMore", [this] { return read_more_now(); });
}

bool Readable::read_more_now() {
  while (!reading && !ended && (length() < high_water_mark || (flowing == true && length() == 0))) {
    const int64_t before = length();
    if (!port().read_nothing()) return false;
    if (length() == before) break;
  }
  reading_more = false;
  return true;
}

bool Readable::when_constructed() {
  if (need_readable) read_more_soon();
  return true;
}

// The two modes.

bool Readable::resume() {
  if (flowing != true) {
    // With a 'readable' listener it is the listener that reads.
    flowing = !readable_listening;
    if (flowing == true) m_stream.note(trace::StreamOp::flows);
    if (!resume_scheduled) {
      resume_scheduled = true;
      port().next_tick("resume", [this] { return resume_now(); });
    }
  }
  paused = false;
  return true;
}

bool Readable::resume_now() {
  if (!reading && !port().read_nothing()) return false;
  resume_scheduled = false;
  if (!port().emit(Event::kResume) || !flow()) return false;
  return flowing != true || reading || port().read_nothing();
}

bool Readable::pause() {
  if (flowing != false) {
    flowing = false;
    m_stream.note(trace::StreamOp::paused);
    if (!port().emit(Event::kPause)) return false;
  }
  paused = true;
  return true;
}

bool Readable::data_listener_added() {
  data_listening = true;
  readable_listening = readable_listening || port().listener_count(Event::kReadable) > 0;
  return flowing == false || port().resume();
}

bool Readable::readable_listener_added() {
  if (end_emitted || readable_listening) return true;
  readable_listening = need_readable = true;
  flowing = false;
  emitted_readable = false;
  m_stream.note(trace::StreamOp::listened);
  if (length() > 0)
    emit_readable_soon();
  else if (!reading)
    port().next_tick("read", [this] { return port().read_nothing(); });
  return true;
}

bool Readable::readable_listener_removed() {
  // After a tick: a once() listener that reads is gone before it is called.
  port().next_tick("updateReadableListening", [this] {
    readable_listening = port().listener_count(Event::kReadable) > 0;
    if (resume_scheduled && paused == false) {
      flowing = true;
      m_stream.note(trace::StreamOp::flows);
    } else if (data_listening) {
      return port().resume();
    } else if (!readable_listening) {
      flowing.reset();
    }
    return true;
  });
  return true;
}

// The end.

void Readable::end_soon() {
  if (end_emitted) return;
  ended = true;
  port().next_tick("endReadable", [this] { return end_now(); });
}

bool Readable::end_now() {
  if (errored || close_emitted || end_emitted || length() > 0) return true;
  end_emitted = true;
  m_stream.note(trace::StreamOp::end);
  if (!port().emit(Event::kEnd)) return false;
  if (port().ends_with_its_readable()) {
    port().next_tick("endWritable", [this] { return !port().can_be_ended() || port().end(); });
    return true;
  }
  return !auto_destroy || !m_stream.writable_is_done() || port().destroy(Value());
}

}  // namespace loopscope::stream
