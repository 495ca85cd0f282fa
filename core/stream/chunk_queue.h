#pragma once

#include <list>

#include "core/stream/chunk.h"
#include "core/stream/port.h"

namespace loopscope::stream {

// The chunks a Readable has and nobody has read.
class ChunkQueue {
 public:
  const std::list<Chunk>& chunks() const { return m_chunks; }
  bool empty() const { return m_chunks.empty(); }
  // In bytes, characters or objects.
  int64_t length() const { return m_length; }

  void push_back(Chunk chunk);
  void push_front(Chunk chunk);
  void clear();

  Chunk take_first();
  // All there is, as one. False: no memory.
  bool take_all(Port& port, Chunk& result);
  // So many bytes from the front, fewer than there are; a chunk is cut if need be.
  bool take(Port& port, int64_t length, Chunk& result);

 private:
  std::list<Chunk> m_chunks;  // takes no memory while it is empty, as most are
  int64_t m_length = 0;
};

}  // namespace loopscope::stream
