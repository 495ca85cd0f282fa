#include "core/stream/writable.h"

#include <iterator>
#include <utility>

#include "core/stream/stream.h"

namespace loopscope::stream {

Writable::Writable(Stream& stream, const SideOptions& options)
    : Side(options), m_stream(stream), m_looks_before(options.looks_before_it_writes) {}

Port& Writable::port() {
  return m_stream.port();
}

void Writable::cork() {
  ++corked;
  m_stream.note(trace::StreamOp::corked);
}

// Writing.

bool Writable::refuse(const Value& callback, Value& error) {
  error = port().make_error(ending ? Fault::kWriteAfterEnd : Fault::kWriteDestroyed);
  if (callback)
    port().next_tick("callback",
                     [this, callback, error] { return port().call_back(callback, error); });
  return m_stream.fail_later(error);
}

Writable::Entry Writable::enter(Chunk& chunk) {
  ++m_pending_callbacks;
  m_length += chunk.length;
  const Entry entry{writing || corked > 0 || errored || !constructed, has_room(), need_drain};
  if (m_looks_before && !entry.has_room) need_drain = true;
  m_stream.note(entry.waits ? trace::ChunkOp::wait : trace::ChunkOp::write, chunk, m_length);
  return entry;
}

void Writable::wait(Write write, bool is_buffer) {
  m_all_buffers = m_all_buffers && is_buffer;
  m_buffered.push_back(std::move(write));
  m_has_buffered = true;
}

void Writable::begin(const Chunk& chunk, const Value& callback) {
  m_writing_callbacks.clear();
  if (callback) m_writing_callbacks.push_back(callback);
  m_writing_length = chunk.length;
  m_writing_number = chunk.number;
  writing = m_expects_callback = sync = true;
}

bool Writable::left(const Entry& entry) {
  bool more = entry.has_room;
  if (!m_looks_before) {
    more = has_room() || m_length == 0;
    if (!more) need_drain = true;
  }
  if (need_drain && !entry.was_full) m_stream.note(trace::StreamOp::full);
  return more && !errored && !destroyed;
}

bool Writable::written(const Value& error) {
  if (!m_expects_callback) return m_stream.fail(port().make_error(Fault::kMultipleCallback));
  // Before the next write changes it.
  const bool at_once = sync;
  Callbacks callbacks = std::exchange(m_writing_callbacks, {});
  writing = m_expects_callback = false;
  Chunk done{{}, std::exchange(m_writing_length, 0), std::exchange(m_writing_number, 0)};
  m_length -= done.length;
  m_stream.note(trace::ChunkOp::done, done, m_length);
  if (error) return written_badly(error, std::move(callbacks));
  if (m_has_buffered && !clear_buffer()) return false;
  return at_once ? written_at_once(std::move(callbacks)) : after_write(1, callbacks);
}

bool Writable::written_badly(const Value& error, Callbacks callbacks) {
  m_stream.note_error(error);
  if (!sync) return tell_badly(error, callbacks);
  port().next_tick("onwriteError", [this, error, callbacks = std::move(callbacks)] {
    return tell_badly(error, callbacks);
  });
  return true;
}

bool Writable::tell_badly(const Value& error, const Callbacks& callbacks) {
  --m_pending_callbacks;
  return call_all(callbacks, error) && fail_waiting() && m_stream.fail(error);
}

// _write() called back before it returned: whoever wrote hears of it after a tick, if there is
// anything to hear.
bool Writable::written_at_once(Callbacks callbacks) {
  const bool shared = m_after_write != nullptr && callbacks.size() == 1 &&
                      m_after_write->callbacks.size() == 1 &&
                      m_after_write->callbacks[0].same_as(callbacks[0]);
  if (shared) {
    ++m_after_write->count;
    return true;
  }
  const bool to_tell = !callbacks.empty() ||
                       (!m_after_write_pending && ((need_drain && m_length == 0) || object_mode));
  if (!to_tell) {
    --m_pending_callbacks;
    return !ending || finish_if_done(true);
  }
  m_after_write_pending = true;
  auto after = std::make_shared<AfterWrite>(AfterWrite{std::move(callbacks)});
  if (!after->callbacks.empty()) m_after_write = after;
  port().next_tick("afterWrite", [this, after] {
    if (!after->callbacks.empty()) m_after_write.reset();
    return after_write(after->count, after->callbacks);
  });
  return true;
}

bool Writable::after_write(uint64_t count, const Callbacks& callbacks) {
  m_after_write_pending = false;
  if (need_drain && !ending && !destroyed && m_length == 0) {
    need_drain = false;
    m_stream.note(trace::StreamOp::drain);
    if (!port().emit(Event::kDrain)) return false;
  }
  for (; count > 0; --count) {
    --m_pending_callbacks;
    if (!call_all(callbacks, Value())) return false;
  }
  if (destroyed && !fail_waiting()) return false;
  return !ending || finish_if_done(true);
}

bool Writable::call_all(const Callbacks& callbacks, const Value& error) {
  for (const Value& callback : callbacks)
    if (callback && !port().call_back(callback, error)) return false;
  return true;
}

// What waits.

bool Writable::uncork() {
  if (corked == 0) return true;
  --corked;
  m_stream.note(trace::StreamOp::uncorked);
  return writing || clear_buffer();
}

bool Writable::clear_buffer() {
  if (destroyed || buffer_processing || corked > 0 || !m_has_buffered || !constructed ||
      m_buffered.empty())
    return true;
  buffer_processing = true;
  const bool done =
      m_buffered.size() > 1 && port().has_writev() ? write_all_buffered() : write_one_by_one();
  if (done) buffer_processing = false;
  return done;
}

bool Writable::write_all_buffered() {
  std::vector<Write> writes(std::make_move_iterator(m_buffered.begin()),
                            std::make_move_iterator(m_buffered.end()));
  m_pending_callbacks -= writes.size() - 1;
  m_writing_callbacks.clear();
  bool asked = false;
  for (const Write& write : writes) asked = asked || static_cast<bool>(write.callback);
  if (asked)
    for (const Write& write : writes) m_writing_callbacks.push_back(write.callback);
  m_writing_length = m_length;
  m_writing_number = writes.front().chunk.number;
  for (Write& write : writes) m_stream.note(trace::ChunkOp::begin, write.chunk, m_length);
  writing = m_expects_callback = sync = true;
  if (!port().call_writev(writes, m_all_buffers)) return false;
  sync = false;
  reset_buffer();
  return true;
}

bool Writable::write_one_by_one() {
  do {
    Write write = std::move(m_buffered.front());
    m_buffered.pop_front();
    m_stream.note(trace::ChunkOp::begin, write.chunk, m_length);
    if (!write_waiting(write)) return false;
  } while (!m_buffered.empty() && !writing);
  if (m_buffered.empty()) reset_buffer();
  return true;
}

bool Writable::write_waiting(const Write& write) {
  begin(write.chunk, write.callback);
  if (destroyed) {
    if (!written(port().make_error(Fault::kWriteDestroyed))) return false;
  } else if (!port().call_write(write)) {
    return false;
  }
  called();
  return true;
}

void Writable::reset_buffer() {
  m_buffered.clear();
  m_has_buffered = false;
  m_all_buffers = true;
}

bool Writable::fail_waiting() {
  if (writing) return true;
  const std::list<Write> waiting = std::move(m_buffered);
  note_drop(waiting);
  for (const Write& write : waiting) {
    m_length -= write.chunk.length;
    if (!write.callback) continue;
    const Value error = errored ? errored : port().make_error(Fault::kWriteDestroyed);
    if (!port().call_back(write.callback, error)) return false;
  }
  if (!m_end_callbacks.empty() &&
      !tell_enders(errored ? errored : port().make_error(Fault::kEndDestroyed)))
    return false;
  reset_buffer();
  return true;
}

void Writable::note_drop(const std::list<Write>& waiting) {
  if (waiting.empty() || !m_stream.observed()) return;
  Chunk dropped;
  for (const Write& write : waiting) dropped.length += write.chunk.length;
  m_stream.note(trace::ChunkOp::drop, dropped, m_length - dropped.length);
}

bool Writable::when_constructed() {
  if (!writing && !clear_buffer()) return false;
  return !ending || finish_if_done(false);
}

// The end.

bool Writable::end(Value error, const Value& callback) {
  if (corked > 0) {
    corked = 1;
    if (!port().uncork()) return false;
  }
  if (!error) {
    if (!ending && !errored) {
      ending = true;
      m_stream.note(trace::StreamOp::ending);
      if (!finish_if_done(true)) return false;
      ended = true;
    } else if (finished) {
      error = port().make_error(Fault::kEndFinished);
    } else if (destroyed) {
      error = port().make_error(Fault::kEndDestroyed);
    }
  }
  if (!callback) return true;
  if (!error && !errored && !finished) {
    m_end_callbacks.push_back(callback);
    return true;
  }
  port().next_tick("callback", [this, callback, error = error ? error : errored] {
    return port().call_back(callback, error);
  });
  return true;
}

bool Writable::can_finish() const {
  return ending && !destroyed && constructed && m_length == 0 && !errored && !m_has_buffered &&
         !finished && !writing && !error_emitted && !close_emitted;
}

bool Writable::finish_if_done(bool at_once) {
  if (!can_finish()) return true;
  if (!prefinish()) return false;
  if (m_pending_callbacks != 0) return true;
  if (at_once) {
    ++m_pending_callbacks;
    port().next_tick("finish", [this] {
      if (can_finish()) return finish();
      --m_pending_callbacks;
      return true;
    });
    return true;
  }
  if (!can_finish()) return true;
  ++m_pending_callbacks;
  return finish();
}

bool Writable::prefinish() {
  if (prefinished || final_called) return true;
  final_called = true;
  if (port().has_final() && !destroyed) return call_final();
  prefinished = true;
  return port().emit(Event::kPrefinish);
}

bool Writable::call_final() {
  sync = true;
  ++m_pending_callbacks;
  Value thrown;
  const Attempt attempt = port().call_final(thrown);
  if (attempt == Attempt::kEnding) return false;
  if (attempt == Attempt::kThrew && !final_done(thrown)) return false;
  sync = false;
  return true;
}

bool Writable::final_done(const Value& error) {
  if (prefinished)
    return m_stream.fail(error ? error : port().make_error(Fault::kMultipleCallback));
  --m_pending_callbacks;
  if (error) {
    if (!tell_enders(error)) return false;
    return sync ? m_stream.fail_later(error) : m_stream.fail(error);
  }
  if (!can_finish()) return true;
  prefinished = true;
  if (!port().emit(Event::kPrefinish)) return false;
  ++m_pending_callbacks;
  port().next_tick("finish", [this] { return finish(); });
  return true;
}

bool Writable::finish() {
  --m_pending_callbacks;
  finished = true;
  m_stream.note(trace::StreamOp::finish);
  if (!tell_enders(Value()) || !port().emit(Event::kFinish)) return false;
  return !auto_destroy || !m_stream.readable_is_done() || port().destroy(Value());
}

bool Writable::tell_enders(const Value& error) {
  return call_all(std::exchange(m_end_callbacks, {}), error);
}

}  // namespace loopscope::stream
