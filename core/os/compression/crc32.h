#pragma once

#include <cstdint>
#include <span>

namespace loopscope::os {

// The checksum of gzip (RFC 1952), of `bytes` behind those `start` is the checksum of.
uint32_t crc32(std::span<const uint8_t> bytes, uint32_t start);

}  // namespace loopscope::os
