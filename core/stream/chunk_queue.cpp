#include "core/stream/chunk_queue.h"

#include <vector>

namespace loopscope::stream {

void ChunkQueue::push_back(Chunk chunk) {
  m_length += chunk.length;
  m_chunks.push_back(std::move(chunk));
}

void ChunkQueue::push_front(Chunk chunk) {
  m_length += chunk.length;
  m_chunks.push_front(std::move(chunk));
}

void ChunkQueue::clear() {
  m_chunks.clear();
  m_length = 0;
}

Chunk ChunkQueue::take_first() {
  Chunk first = std::move(m_chunks.front());
  m_chunks.pop_front();
  m_length -= first.length;
  return first;
}

bool ChunkQueue::take_all(Port& port, Chunk& result) {
  if (m_chunks.size() == 1) {
    result = take_first();
    return true;
  }
  const std::vector<Chunk> chunks(std::make_move_iterator(m_chunks.begin()),
                                  std::make_move_iterator(m_chunks.end()));
  result.length = m_length;
  result.made_of = chunks.front().number;
  clear();
  return port.concat(chunks, result.value);
}

bool ChunkQueue::take(Port& port, int64_t length, Chunk& result) {
  std::vector<Chunk> parts;
  int64_t missing = length;
  while (missing > 0 && m_chunks.front().length <= missing) {
    parts.push_back(take_first());
    missing -= parts.back().length;
  }
  if (missing > 0) {
    Chunk& cut = m_chunks.front();
    Chunk part{{}, missing, 0, cut.number};
    Chunk rest{{}, cut.length - missing, cut.number};
    if (!port.slice(cut, 0, missing, part.value) ||
        !port.slice(cut, missing, cut.length, rest.value))
      return false;
    m_length -= missing;
    cut = std::move(rest);
    parts.push_back(std::move(part));
  }
  if (parts.size() == 1) {
    result = std::move(parts.front());
    return true;
  }
  result.length = length;
  result.made_of = parts.front().number;
  return port.concat(parts, result.value);
}

}  // namespace loopscope::stream
