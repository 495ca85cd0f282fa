#include "core/stream/stream.h"

#include <utility>

namespace loopscope::stream {

// Beginning.

bool Stream::construct() {
  each_side([](Side& side) { side.constructed = false; });
  m_port.next_tick("construct", [this] {
    Value thrown;
    const Attempt attempt = m_port.call_construct(thrown);
    if (attempt == Attempt::kThrew) construct_returned(thrown);
    return attempt != Attempt::kEnding;
  });
  return true;
}

void Stream::construct_returned(const Value& error) {
  m_port.next_tick("constructed", [this, error] { return constructed(error); });
}

bool Stream::constructed(const Value& error) {
  if (std::exchange(m_construct_called_back, true))
    return fail(error ? error : m_port.make_error(Fault::kMultipleCallback));
  each_side([](Side& side) { side.constructed = true; });
  if (m_destroy_waiting) {
    const Destroy destroy = *std::exchange(m_destroy_waiting, std::nullopt);
    return destroy_now(m_port.join_errors(error, destroy.error), destroy.callback);
  }
  if (is_destroyed()) return true;
  if (error) return fail_later(error);
  if (m_readable && !m_readable->when_constructed()) return false;
  return !m_writable || m_writable->when_constructed();
}

// Source: Node.js documentation "transform._transform(chunk, encoding, callback)".
AfterTransform Stream::after_transform(int64_t before) const {
  if (m_readable->ended) return AfterTransform::kCallBackSoon;
  const int64_t length = m_readable->length();
  const bool has_room =
      m_writable->ended || length == before || length < m_readable->high_water_mark;
  return has_room ? AfterTransform::kCallBack : AfterTransform::kHold;
}

// Ending.

bool Stream::destroy(const Value& error, const Value& callback) {
  if (is_destroyed()) return !callback || m_port.call_back(callback, Value());
  note_error(error);
  note(trace::StreamOp::destroy);
  bool is_constructed = true;
  each_side([&](Side& side) {
    side.destroyed = true;
    is_constructed = is_constructed && side.constructed;
  });
  if (is_constructed) return destroy_now(error, callback);
  m_destroy_waiting = Destroy{error, callback};
  return true;
}

bool Stream::destroy_now(const Value& error, const Value& callback) {
  m_destroy_called_back = false;
  Value thrown;
  switch (m_port.call_destroy(error, callback, thrown)) {
    case Attempt::kReturned:
      return true;
    case Attempt::kThrew:
      return destroyed(thrown, callback);
    case Attempt::kEnding:
      break;
  }
  return false;
}

bool Stream::destroyed(const Value& error, const Value& callback) {
  if (std::exchange(m_destroy_called_back, true)) return true;
  note_error(error);
  each_side([](Side& side) { side.closed = true; });
  if (callback && !m_port.call_back(callback, error)) return false;
  if (error)
    m_port.next_tick("emitErrorAndClose",
                     [this, error] { return emit_error(error) && emit_close(); });
  else
    m_port.next_tick("emitClose", [this] { return emit_close(); });
  return true;
}

void Stream::undestroy() {
  each_side([](Side& side) {
    side.constructed = true;
    side.destroyed = side.closed = side.close_emitted = side.error_emitted = false;
    side.errored = Value();
  });
  if (m_readable) m_readable->reading = m_readable->ended = m_readable->end_emitted = false;
  if (!m_writable) return;
  m_writable->final_called = m_writable->prefinished = false;
  m_writable->ended = m_writable->ending = m_writable->finished = false;
}

// Errors.

bool Stream::fail(const Value& error, bool later) {
  if (is_destroyed()) return true;
  bool destroys_itself = false;
  each_side([&](Side& side) { destroys_itself = destroys_itself || side.auto_destroy; });
  if (destroys_itself) return m_port.destroy(error);
  if (!error) return true;
  note_error(error);
  if (!later) return emit_error(error);
  m_port.next_tick("emitError", [this, error] { return emit_error(error); });
  return true;
}

void Stream::note_error(const Value& error) {
  if (!error) return;
  each_side([&](Side& side) {
    if (!side.errored) side.errored = error;
  });
}

bool Stream::emit_error(const Value& error) {
  bool emitted = false;
  each_side([&](Side& side) { emitted = emitted || side.error_emitted; });
  if (emitted) return true;
  each_side([](Side& side) { side.error_emitted = true; });
  note(trace::StreamOp::error, error);
  return m_port.emit(Event::kError, error);
}

bool Stream::emit_close() {
  bool wanted = false;
  each_side([&](Side& side) {
    side.close_emitted = true;
    wanted = wanted || side.emit_close;
  });
  note(trace::StreamOp::close);
  return !wanted || m_port.emit(Event::kClose);
}

bool Stream::is_destroyed() const {
  return (m_readable && m_readable->destroyed) || (m_writable && m_writable->destroyed);
}

bool Stream::readable_is_done() const {
  return !m_readable || !m_port.is_readable() ||
         (m_readable->auto_destroy && m_readable->end_emitted);
}

bool Stream::writable_is_done() const {
  return !m_writable || !m_port.is_writable() || (m_writable->auto_destroy && m_writable->finished);
}

}  // namespace loopscope::stream
