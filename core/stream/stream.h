#pragma once

#include <optional>

#include "core/stream/observer.h"
#include "core/stream/readable.h"
#include "core/stream/writable.h"

namespace loopscope::stream {

enum class AfterTransform : uint8_t {
  kCallBack,
  kCallBackSoon,  // in a tick: nothing more is read
  kHold,          // until what it made has been read
};

// A stream: a readable side, a writable side, or both (Duplex, Transform), and the one life they
// share: constructed, errored, destroyed, closed. Source: Node.js documentation "stream.destroy",
// "writable.destroy([error])", "writable._construct(callback)"; the order of events and ticks is
// Node 20's, measured.
class Stream {
 public:
  // The port is not owned, and outlives the stream.
  explicit Stream(Port& port) : m_port(port) {}
  Stream(const Stream&) = delete;
  Stream& operator=(const Stream&) = delete;

  void make_readable(const SideOptions& options) { m_readable.emplace(*this, options); }
  void make_writable(const SideOptions& options) { m_writable.emplace(*this, options); }
  Readable* readable() { return m_readable ? &*m_readable : nullptr; }
  Writable* writable() { return m_writable ? &*m_writable : nullptr; }
  Port& port() { return m_port; }

  // Not owned; null: nobody looks.
  void observe_by(Observer* observer) { m_observer = observer; }
  bool observed() const { return m_observer != nullptr; }
  void note(trace::ChunkOp op, Chunk& chunk, int64_t held) {
    if (m_observer != nullptr) m_observer->moved(op, chunk, held);
  }
  void note(trace::StreamOp op, const Value& error = Value()) {
    if (m_observer != nullptr) m_observer->changed(op, error);
  }

  // _construct(): to be called once a side that has it is there; the sides wait until it is done.
  bool construct();
  // Its callback.
  void construct_returned(const Value& error);

  // destroy(error, callback).
  bool destroy(const Value& error, const Value& callback);
  // The callback of _destroy().
  bool destroyed(const Value& error, const Value& callback);
  void undestroy();

  // An error of the stream's own: destroys it if it destroys itself, or tells of it. fail_later()
  // tells of it after a tick.
  bool fail(const Value& error) { return fail(error, false); }
  bool fail_later(const Value& error) { return fail(error, true); }
  // Remembers the error, if it is the first.
  void note_error(const Value& error);

  // For a Transform that has transformed a chunk: what to do with the callback of its write.
  // `before`: the length of its readable side before.
  AfterTransform after_transform(int64_t before) const;

  // Whether one side has nothing more to do, so that the other's end destroys the stream.
  bool readable_is_done() const;
  bool writable_is_done() const;

 private:
  struct Destroy {
    Value error;
    Value callback;
  };

  bool constructed(const Value& error);
  bool destroy_now(const Value& error, const Value& callback);
  bool is_destroyed() const;
  bool fail(const Value& error, bool later);
  bool emit_error(const Value& error);
  bool emit_close();
  template <typename Action>
  void each_side(Action action) {
    if (m_writable) action(static_cast<Side&>(*m_writable));
    if (m_readable) action(static_cast<Side&>(*m_readable));
  }

  Port& m_port;
  Observer* m_observer = nullptr;
  std::optional<Readable> m_readable;
  std::optional<Writable> m_writable;
  std::optional<Destroy> m_destroy_waiting;  // until the stream is constructed
  bool m_construct_called_back = false;
  bool m_destroy_called_back = false;
};

}  // namespace loopscope::stream
