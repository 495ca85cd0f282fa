#pragma once

#include <jsapi.h>

#include <cstdint>

#include "core/trace/types.h"

namespace loopscope::host {

// Numbers an agent's streams and chunks for the trace, and knows a chunk again that a program hands
// from one stream to another: an object by its identity, anything else by being what was handed to
// the program at that moment. What a program writes while it is handed a chunk is made of that one.
class ChunkNames {
 public:
  explicit ChunkNames(JSContext* cx);

  struct Name {
    uint32_t number = 0;
    uint32_t of = 0;      // what it is made of; 0: not known
    bool is_new = false;  // not seen before in any stream
  };

  uint32_t new_stream() { return ++m_last_stream; }
  // The name of what comes to a stream in that task. Numbers up to `passed` have come to it
  // already: those stand for other data by now. `in_work`: what the stream is transforming, or 0.
  Name name(JS::HandleValue chunk, uint32_t stream, TaskId task, uint32_t passed, uint32_t in_work);
  // A new number for what a stream made itself of a chunk.
  uint32_t name_part(JS::HandleValue chunk);
  // This object stands for a chunk that has a number.
  void know_again(JS::HandleValue chunk, uint32_t number) { remember(chunk, number); }

  // What the program was handed last, by that stream, in that task.
  struct Handed {
    explicit Handed(JSContext* cx) : chunk(cx) {}
    JS::PersistentRootedValue chunk;
    uint32_t number = 0;
    uint32_t stream = 0;
    TaskId task;
  };
  void hand(JS::HandleValue chunk, uint32_t number, uint32_t stream, TaskId task);

  // For as long as listeners are called.
  class Delivery {
   public:
    Delivery(ChunkNames& names, JSContext* cx);
    ~Delivery();
    Delivery(const Delivery&) = delete;
    Delivery& operator=(const Delivery&) = delete;

   private:
    ChunkNames& m_names;
    JS::RootedValue m_chunk;
    uint32_t m_number;
    uint32_t m_stream;
    TaskId m_task;
  };

 private:
  uint32_t known_number(JS::HandleValue chunk);
  void remember(JS::HandleValue chunk, uint32_t number);

  JSContext* m_cx;
  JS::PersistentRootedObject m_numbers;  // a WeakMap: objects to their numbers
  Handed m_handed;
  uint32_t m_last_stream = 0;
  uint32_t m_last_chunk = 0;
};

}  // namespace loopscope::host
