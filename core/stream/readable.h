#pragma once

#include <cstdint>
#include <optional>

#include "core/stream/chunk_queue.h"
#include "core/stream/pipes.h"
#include "core/stream/port.h"

namespace loopscope::stream {

class Stream;

// How one side of a stream is set up. Source: Node.js documentation "Stream", "API for stream
// implementers".
struct SideOptions {
  int64_t high_water_mark = 16'384;  // bytes, or objects in object mode
  bool object_mode = false;
  bool emit_close = true;
  bool auto_destroy = true;
  bool looks_before_it_writes = false;  // Semantics::write_looks_before_it_writes
};

// What both sides of a stream have of their own and share the handling of.
struct Side {
  explicit Side(const SideOptions& options)
      : high_water_mark(options.high_water_mark),
        object_mode(options.object_mode),
        emit_close(options.emit_close),
        auto_destroy(options.auto_destroy) {}

  int64_t high_water_mark;
  bool object_mode;
  bool emit_close;
  bool auto_destroy;
  bool constructed = true;
  bool destroyed = false;
  bool closed = false;
  bool close_emitted = false;
  bool error_emitted = false;
  Value errored;  // empty: no error
};

// The readable side: its buffer, and when it asks for more, flows, says 'readable' and ends.
// Source: Node.js documentation "Two reading modes", "Three states", "readable.read([size])"; the
// order of events and ticks is Node 20's, measured.
class Readable : public Side {
 public:
  Readable(Stream& stream, const SideOptions& options);

  // push() and unshift(), after the chunk was checked and decoded by the owner.
  enum class Admission : uint8_t { kTake, kRefuse, kFail };
  // Whether a chunk may come now; kFail: the program's code threw meanwhile.
  Admission admit(bool to_front);
  // True: it went past the buffer, and is the owner's to deliver before added(). Else all is done.
  bool add(Chunk& chunk, bool to_front);
  void added() { read_more_soon(); }
  bool add_nothing();  // push('')
  bool add_end();      // push(null)
  bool can_push_more() const;

  // read(asked), in the steps between which the owner calls the program's methods; without a size,
  // all (in flowing mode a chunk). kCallRead: _read(high_water_mark) comes first, and read_called()
  // when it has returned.
  enum class ReadStep : uint8_t { kNothing, kCallRead, kTake };
  ReadStep begin_read(std::optional<int64_t> asked, int64_t& size);
  void read_called(std::optional<int64_t> asked, int64_t& size);
  // `result` stays empty for null. False: no memory.
  bool finish_read(std::optional<int64_t> asked, int64_t size, Chunk& result);
  // Whether what was read is to be delivered to listeners.
  bool begin_delivery();
  bool resume();
  bool pause();
  bool flow();

  // Listeners came or went.
  bool data_listener_added();
  void last_data_listener_removed() { data_listening = false; }
  bool readable_listener_added();
  bool readable_listener_removed();

  // The text a decoder made of all that is buffered, set by setEncoding().
  void replace_buffer(Chunk text);
  bool when_constructed();

  int64_t length() const { return m_buffer.length(); }
  const ChunkQueue& buffer() const { return m_buffer; }

  std::optional<bool> flowing;  // none: nobody has asked for data yet
  std::optional<bool> paused;   // what pause() and resume() said last
  bool ended = false;           // push(null)
  bool end_emitted = false;
  bool reading = false;
  bool sync = true;  // within _read()
  bool need_readable = false;
  bool emitted_readable = false;
  bool data_listening = false;  // removeAllListeners() leaves it, as in Node
  bool readable_listening = false;
  bool resume_scheduled = false;
  bool reading_more = false;
  bool data_emitted = false;
  bool decodes = false;  // setEncoding() was called
  Pipes pipes;

 private:
  Port& port();
  int64_t amount(std::optional<int64_t> size) const;
  void emit_readable_soon();
  bool emit_readable_now();
  void read_more_soon();
  bool read_more_now();
  bool resume_now();
  void end_soon();
  bool end_now();
  void push_back(Chunk chunk);
  bool take(int64_t size, Chunk& result);

  Stream& m_stream;
  ChunkQueue m_buffer;
};

}  // namespace loopscope::stream
