#include "core/os/file_contents.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace loopscope::os {

FileContents::FileContents(std::shared_ptr<ChunkPool> pool, std::shared_ptr<const Source> source)
    : m_pool(std::move(pool)),
      m_source(std::move(source)),
      m_source_bytes(m_source ? m_source->size() : 0),
      m_size(m_source_bytes) {}

bool FileContents::read(uint64_t offset, std::span<char> to, size_t& count) const {
  count = 0;
  if (offset >= m_size) return true;
  to = to.first(static_cast<size_t>(std::min<uint64_t>(to.size(), m_size - offset)));
  // One call of the source for what nothing was written over.
  if (m_written.empty() && offset + to.size() <= m_source_bytes) {
    count = to.size();
    return m_source->read(offset, to);
  }
  while (count < to.size()) {
    const uint64_t at = offset + count;
    const uint64_t begin = at % kChunkBytes;
    const size_t length = std::min<size_t>(to.size() - count, kChunkBytes - begin);
    if (!read_chunk(at / kChunkBytes, begin, to.subspan(count, length))) return false;
    count += length;
  }
  return true;
}

bool FileContents::read_chunk(uint64_t index, uint64_t begin, std::span<char> to) const {
  size_t filled = 0;
  if (const auto chunk = m_written.find(index); chunk != m_written.end()) {
    const std::string& bytes = *chunk->second;
    if (begin < bytes.size()) filled = bytes.copy(to.data(), to.size(), begin);
  } else if (const uint64_t at = index * kChunkBytes + begin; at < m_source_bytes) {
    filled = static_cast<size_t>(std::min<uint64_t>(to.size(), m_source_bytes - at));
    if (!m_source->read(at, to.first(filled))) return false;
  }
  std::fill(to.begin() + static_cast<ptrdiff_t>(filled), to.end(), '\0');
  return true;
}

// A chunk as the source has it.
bool FileContents::load_chunk(uint64_t index, std::string& chunk) const {
  const uint64_t begin = index * kChunkBytes;
  if (begin >= m_source_bytes) return true;
  chunk.resize(static_cast<size_t>(std::min(kChunkBytes, m_source_bytes - begin)));
  return m_source->read(begin, chunk);
}

std::string* FileContents::chunk_to_write(uint64_t index) {
  std::shared_ptr<std::string>& chunk = own_chunk(index);
  if (chunk) return chunk.get();
  auto loaded = std::make_shared<std::string>();
  if (!load_chunk(index, *loaded)) {
    m_written.erase(index);
    return nullptr;
  }
  chunk = std::move(loaded);
  return chunk.get();
}

// One that no copy of the file has; null if the chunk was not written to so far.
std::shared_ptr<std::string>& FileContents::own_chunk(uint64_t index) {
  std::shared_ptr<std::string>& chunk = m_written[index];
  if (chunk && chunk.use_count() > 1) chunk = std::make_shared<std::string>(*chunk);
  return chunk;
}

// A chunk that is full will hardly be written to again, and may be one that others have, too.
bool FileContents::write_chunk(uint64_t index, size_t begin, std::string_view bytes) {
  if (m_pool && bytes.size() == kChunkBytes) {
    m_written[index] = m_pool->chunk_of(bytes);
    return true;
  }
  std::string* chunk = chunk_to_write(index);
  if (chunk == nullptr) return false;
  const size_t end = begin + bytes.size();
  if (chunk->size() < end) chunk->resize(end);
  std::memcpy(chunk->data() + begin, bytes.data(), bytes.size());
  if (m_pool && end == kChunkBytes && chunk->size() == kChunkBytes)
    m_written[index] = m_pool->chunk_of(*chunk);
  return true;
}

bool FileContents::write(uint64_t offset, std::string_view bytes) {
  while (!bytes.empty()) {
    const size_t begin = offset % kChunkBytes;
    const size_t length = std::min<size_t>(bytes.size(), kChunkBytes - begin);
    if (!write_chunk(offset / kChunkBytes, begin, bytes.substr(0, length))) return false;
    offset += length;
    bytes.remove_prefix(length);
    m_size = std::max(m_size, offset);
  }
  return true;
}

bool FileContents::resize(uint64_t size) {
  if (size < m_size) {
    const uint64_t last = size / kChunkBytes;
    m_written.erase(m_written.upper_bound(last), m_written.end());
    if (m_written.contains(last)) {
      std::string& chunk = *own_chunk(last);
      chunk.resize(std::min<size_t>(chunk.size(), size % kChunkBytes));
    }
    m_source_bytes = std::min(m_source_bytes, size);
  }
  m_size = size;
  return true;
}

std::shared_ptr<const Source> FileContents::untouched_source() const {
  const bool is_touched = m_source == nullptr || !m_written.empty() || m_size != m_source->size() ||
                          m_source_bytes != m_size;
  return is_touched ? nullptr : m_source;
}

}  // namespace loopscope::os
