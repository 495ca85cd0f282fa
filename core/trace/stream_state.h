#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

#include "core/trace/schema.h"
#include "core/trace/sorted_blocks.h"

namespace loopscope::trace {

// A chunk in a buffer. In order from the front; what is put back comes before all others.
struct BufferedChunk {
  int64_t place = 0;
  uint32_t number = 0;
  uint32_t size = 0;
  bool operator==(const BufferedChunk&) const = default;
  friend bool operator<(const BufferedChunk& a, const BufferedChunk& b) {
    return a.place < b.place;
  }
};

// One side's buffer. Sizes are in bytes, characters or objects.
struct StreamBuffer {
  int64_t mark = 0;  // high-water mark
  bool objects = false;
  int64_t held = 0;     // what counts against the mark
  int64_t highest = 0;  // the most it ever held
  SortedBlocks<BufferedChunk> waiting;
  // Put in and taken out so far.
  uint64_t chunks_in = 0;
  uint64_t chunks_out = 0;
  uint64_t size_in = 0;
  uint64_t size_out = 0;
  bool operator==(const StreamBuffer&) const = default;

  void put(uint32_t number, uint32_t size, bool to_front);
  // From the front; what is taken in part stays with the rest of its size.
  void take(uint64_t size);
  void clear() { waiting = {}; }
};

enum class ReadMode : uint8_t { untouched, flows, paused, listened };

struct ReadableState {
  StreamBuffer buffer;
  ReadMode mode = ReadMode::untouched;
  bool ended = false;        // push(null)
  bool end_emitted = false;  // 'end'
  bool operator==(const ReadableState&) const = default;
};

struct WritableState {
  StreamBuffer buffer;
  // Begun and not called back: they count as held, but wait no more.
  std::vector<BufferedChunk> in_work;
  bool full = false;  // write() said false, and 'drain' has not come
  uint32_t corked = 0;
  bool ending = false;    // end() was called
  bool finished = false;  // 'finish'
  // Writes that came though it was full.
  uint64_t ignored = 0;
  StringId told_at;  // the line whose write() was told false last
  bool operator==(const WritableState&) const = default;
};

struct StreamPipe {
  uint32_t to = 0;  // 0: no stream of Node's own
  bool awaits = false;
  bool operator==(const StreamPipe&) const = default;
};

struct StreamState {
  StringId label;  // its class
  StringId name;   // what it reads or writes, if that was told
  StringId from;   // the line that made it
  std::optional<ReadableState> readable;
  std::optional<WritableState> writable;
  std::vector<StreamPipe> pipes;
  StringId error;
  bool destroyed = false;
  bool closed = false;
  bool operator==(const StreamState&) const = default;
};

// The streams of an agent, by number.
using Streams = std::map<uint32_t, StreamState>;

// What an event of a stream's did.
void take_in(Streams& streams, const StreamMade& made);
void take_in(Streams& streams, const StreamSideMade& made);
void take_in(Streams& streams, const StreamChange& change);
void take_in(Streams& streams, const ChunkMove& move);
void take_in(Streams& streams, const Pipe& pipe);

// Things held: what copying them costs.
size_t weight(const Streams& streams);

}  // namespace loopscope::trace
