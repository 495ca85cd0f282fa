#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>

#include "core/stream/chunk.h"
#include "core/stream/value.h"

namespace loopscope::stream {

enum class Event : uint8_t {
  kReadable,
  kEnd,
  kPause,
  kResume,
  kDrain,
  kPrefinish,
  kFinish,
  kError,
  kClose,
};

enum class Fault : uint8_t {
  kPushAfterEnd,
  kUnshiftAfterEndEvent,
  kWriteAfterEnd,
  kWriteDestroyed,
  kEndDestroyed,
  kEndFinished,
  kMultipleCallback,
};

// How a call of the program's code ended whose exceptions a stream takes for errors.
enum class Attempt : uint8_t {
  kReturned,
  kThrew,
  kEnding,  // the run is being ended: return at once
};

// What a stream asks of the object it is the state of. A method that returns bool says false when
// the program's code threw, or is being ended: the stream leaves off there, as Node's would.
class Port {
 public:
  virtual ~Port() = default;

  // stream.emit(event[, argument])
  virtual bool emit(Event event, const Value& argument) = 0;
  bool emit(Event event) { return emit(event, Value()); }
  virtual size_t listener_count(Event event) = 0;

  // Methods by their public names, which a program may have replaced.
  virtual bool read_nothing() = 0;  // stream.read(0)
  virtual bool read_on() = 0;       // stream.read() until that returns null or it flows no more
  virtual bool resume() = 0;
  virtual bool end() = 0;
  virtual bool uncork() = 0;
  virtual bool destroy(const Value& error) = 0;

  // What implements the stream. `thrown` is set when they threw.
  virtual Attempt call_construct(Value& thrown) = 0;
  virtual Attempt call_final(Value& thrown) = 0;
  // Its callback calls Stream::destroyed().
  virtual Attempt call_destroy(const Value& error, const Value& callback, Value& thrown) = 0;
  // What has waited. Not caught: what they throw goes to whoever made room.
  virtual bool call_write(const Write& write) = 0;
  virtual bool call_writev(std::span<const Write> writes, bool all_buffers) = 0;
  virtual bool has_writev() = 0;
  virtual bool has_final() = 0;
  // _readableState.readable, _writableState.writable: not set to false by the owner.
  virtual bool is_readable() const = 0;
  virtual bool is_writable() const = 0;
  // stream.writable && stream.allowHalfOpen === false
  virtual bool ends_with_its_readable() = 0;
  // stream.writable && !stream.writableEnded && !stream.destroyed
  virtual bool can_be_ended() = 0;

  // callback(error); null if there is none.
  virtual bool call_back(const Value& callback, const Value& error) = 0;
  virtual Value make_error(Fault fault) = 0;
  // Both, if there are both: an AggregateError.
  virtual Value join_errors(const Value& inner, const Value& outer) = 0;

  // Chunks. None of these runs the program's code; false: no memory.
  virtual bool concat(std::span<const Chunk> chunks, Value& result) = 0;
  virtual bool slice(const Chunk& chunk, int64_t from, int64_t to, Value& result) = 0;
  // What the decoder of setEncoding() still holds; zero length: nothing.
  virtual bool flush_decoder(Chunk& rest) = 0;

  // process.nextTick. The action is not run if the stream is gone or the run ends.
  virtual void next_tick(const char* label, std::function<bool()> action) = 0;
};

}  // namespace loopscope::stream
