#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

namespace loopscope::os {

// Chunks of files, each kept once however often it was written: what programs make of a large file
// repeats itself as that does, and takes no more memory.
class ChunkPool {
 public:
  // The chunk of these bytes, which may be there already.
  std::shared_ptr<std::string> chunk_of(std::string_view bytes);

 private:
  void forget_gone();

  std::unordered_map<uint64_t, std::weak_ptr<std::string>> m_chunks;  // by hash
  size_t m_look_at = 1024;  // so many before those that are gone are looked for
};

}  // namespace loopscope::os
