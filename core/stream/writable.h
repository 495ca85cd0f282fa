#pragma once

#include <list>
#include <memory>
#include <span>
#include <vector>

#include "core/stream/readable.h"

namespace loopscope::stream {

// The writable side: what is written while a write is under way waits in a buffer; write() says
// false once there is as much as the high-water mark, and 'drain' follows when all is gone. Source:
// Node.js documentation "writable.write", "Event: 'drain'", "writable.cork()"; the order of events
// and ticks is Node 20's, measured.
class Writable : public Side {
 public:
  Writable(Stream& stream, const SideOptions& options);

  // write(), after the chunk was checked and encoded by the owner, in the steps between which the
  // owner calls the program's _write(). What takes no more refuses; else the chunk enters, and then
  // it waits, or its write begins, to which _write() belongs. In the end left() is what write()
  // returns.
  struct Entry {
    bool waits = false;
    bool has_room = false;  // before _write()
    bool was_full = false;
  };
  bool takes() const { return !ending && !destroyed; }
  bool refuse(const Value& callback, Value& error);
  Entry enter(Chunk& chunk);
  void wait(Write write, bool is_buffer);  // `is_buffer`: it is bytes
  void begin(const Chunk& chunk, const Value& callback);
  void called() { sync = false; }
  bool left(const Entry& entry);
  // The callback of _write() or _writev().
  bool written(const Value& error);
  void cork();
  bool uncork();

  // end(), after what it was given to write; that may have been refused with an error.
  bool end(Value error, const Value& callback);
  // The callback of _final().
  bool final_done(const Value& error);
  bool when_constructed();

  // Tells those who wait for what will never be written.
  bool fail_waiting();
  bool has_waiting() const { return !m_buffered.empty() || !m_end_callbacks.empty(); }

  int64_t length() const { return m_length; }
  // The chunk that is being written, or the first of several; 0: none.
  uint64_t chunk_in_work() const { return m_writing_number; }
  const std::list<Write>& buffered() const { return m_buffered; }
  uint64_t pending_callbacks() const { return m_pending_callbacks; }

  uint64_t corked = 0;
  bool need_drain = false;
  bool ending = false;  // end() was called
  bool ended = false;   // and has returned
  bool finished = false;
  bool prefinished = false;
  bool final_called = false;
  bool writing = false;
  bool sync = true;  // within _write()
  bool buffer_processing = false;

 private:
  // The callbacks of one write, or of several done by one _writev(). None: nobody asked.
  using Callbacks = std::vector<Value>;

  // Writes that were done at once and have the same callback are told of in one tick.
  struct AfterWrite {
    Callbacks callbacks;
    uint64_t count = 1;
  };

  Port& port();
  bool has_room() const { return m_length < high_water_mark; }
  bool write_waiting(const Write& write);
  bool written_badly(const Value& error, Callbacks callbacks);
  bool tell_badly(const Value& error, const Callbacks& callbacks);
  bool written_at_once(Callbacks callbacks);
  bool after_write(uint64_t count, const Callbacks& callbacks);
  bool call_all(const Callbacks& callbacks, const Value& error);
  bool clear_buffer();
  bool write_all_buffered();
  bool write_one_by_one();
  void reset_buffer();
  void note_drop(const std::list<Write>& waiting);
  bool can_finish() const;
  bool prefinish();
  bool call_final();
  bool finish_if_done(bool at_once);
  bool finish();
  bool tell_enders(const Value& error);

  Stream& m_stream;
  bool m_looks_before;
  std::list<Write> m_buffered;
  bool m_has_buffered = false;  // until all of them are done, not only begun
  bool m_all_buffers = true;
  int64_t m_length = 0;
  int64_t m_writing_length = 0;
  uint64_t m_writing_number = 0;  // the chunk's, or the first one's
  bool m_expects_callback = false;
  Callbacks m_writing_callbacks;
  uint64_t m_pending_callbacks = 0;
  std::vector<Value> m_end_callbacks;
  bool m_after_write_pending = false;
  std::shared_ptr<AfterWrite> m_after_write;
};

}  // namespace loopscope::stream
