#include "core/os/compression/crc32.h"

#include <zlib.h>

namespace loopscope::os {

uint32_t crc32(std::span<const uint8_t> bytes, uint32_t start) {
  return static_cast<uint32_t>(::crc32_z(start, bytes.data(), bytes.size()));
}

}  // namespace loopscope::os
