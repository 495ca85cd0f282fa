#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "core/os/chunk_pool.h"

namespace loopscope::os {

// The byte at `offset` is bytes[offset % bytes.size()], but for those of the head, at the start,
// and of the tail, at the end.
struct Repetition {
  std::string_view bytes;
  std::string_view head;
  std::string_view tail;
};

// Bytes that are there without having been written: those of a file beneath the virtual ones, or
// made up when they are read.
class Source {
 public:
  virtual ~Source() = default;
  virtual uint64_t size() const = 0;
  // Fills `to` with what lies from `offset` on; all of it lies within size(). False: it cannot be
  // read.
  virtual bool read(uint64_t offset, std::span<char> to) const = 0;
  // If the bytes repeat themselves: how. Else null.
  virtual const Repetition* repetition() const { return nullptr; }
};

// What a file holds: a source, with what was written over it. Holds in memory what was written
// alone.
class FileContents {
 public:
  FileContents() = default;
  // `pool`: where files of the same machine share their chunks; may be null.
  explicit FileContents(std::shared_ptr<ChunkPool> pool,
                        std::shared_ptr<const Source> source = nullptr);

  uint64_t size() const { return m_size; }
  // Fills `to` from `offset` on, less than all of it only at the end. False: the source beneath
  // could not be read.
  bool read(uint64_t offset, std::span<char> to, size_t& count) const;
  bool write(uint64_t offset, std::string_view bytes);
  bool resize(uint64_t size);

  // The source, if the file holds just what that does.
  std::shared_ptr<const Source> untouched_source() const;

 private:
  // A chunk is as long as something was written to it; what comes after is zeros.
  static constexpr uint64_t kChunkBytes = 64 << 10;

  bool read_chunk(uint64_t index, uint64_t begin, std::span<char> to) const;
  std::string* chunk_to_write(uint64_t index);
  std::shared_ptr<std::string>& own_chunk(uint64_t index);
  bool write_chunk(uint64_t index, size_t begin, std::string_view bytes);
  bool load_chunk(uint64_t index, std::string& chunk) const;

  std::shared_ptr<ChunkPool> m_pool;
  std::shared_ptr<const Source> m_source;
  uint64_t m_source_bytes = 0;  // of the source, what was not cut off
  uint64_t m_size = 0;
  // By number of the chunk. Copies of a file share them until one of them is written to.
  std::map<uint64_t, std::shared_ptr<std::string>> m_written;
};

}  // namespace loopscope::os
