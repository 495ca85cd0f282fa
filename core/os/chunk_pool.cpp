#include "core/os/chunk_pool.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace loopscope::os {

namespace {

uint64_t word_at(std::string_view bytes, size_t offset) {
  uint64_t word = 0;
  std::memcpy(&word, bytes.data() + offset, sizeof word);
  return word;
}

// Only to find what may be the same. Four sums side by side, for speed.
uint64_t hash_of(std::string_view bytes) {
  constexpr uint64_t kOdd = 0x9E3779B97F4A7C15;
  constexpr size_t kStep = 4 * sizeof(uint64_t);
  std::array<uint64_t, 4> sums = {bytes.size(), 1, 2, 3};
  size_t offset = 0;
  for (; offset + kStep <= bytes.size(); offset += kStep)
    for (size_t i = 0; i < sums.size(); ++i) {
      sums[i] = (sums[i] ^ word_at(bytes, offset + i * sizeof(uint64_t))) * kOdd;
      sums[i] ^= sums[i] >> 29;
    }
  uint64_t hash = 0;
  for (const uint64_t sum : sums) hash = (hash ^ sum) * kOdd;
  for (; offset < bytes.size(); ++offset)
    hash = (hash ^ static_cast<unsigned char>(bytes[offset])) * kOdd;
  return hash;
}

}  // namespace

std::shared_ptr<std::string> ChunkPool::chunk_of(std::string_view bytes) {
  std::weak_ptr<std::string>& known = m_chunks[hash_of(bytes)];
  if (std::shared_ptr<std::string> same = known.lock(); same && *same == bytes) return same;
  auto chunk = std::make_shared<std::string>(bytes);
  known = chunk;
  if (m_chunks.size() > m_look_at) forget_gone();
  return chunk;
}

void ChunkPool::forget_gone() {
  std::erase_if(m_chunks, [](const auto& entry) { return entry.second.expired(); });
  m_look_at = std::max<size_t>(m_look_at, 2 * m_chunks.size());
}

}  // namespace loopscope::os
