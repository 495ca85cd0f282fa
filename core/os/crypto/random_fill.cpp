#include "core/os/crypto/random_fill.h"

#include <algorithm>

#include "core/os/crypto/crypto_costs.h"

namespace loopscope::os {

void random_fill(sim::Choices& choices, std::span<uint8_t> bytes) {
  constexpr size_t kBytesADraw = sizeof(uint64_t);
  for (size_t at = 0; at < bytes.size(); at += kBytesADraw) {
    uint64_t bits = choices.random_bits();
    const size_t end = std::min(at + kBytesADraw, bytes.size());
    for (size_t i = at; i < end; ++i, bits >>= 8) bytes[i] = static_cast<uint8_t>(bits);
  }
}

VirtualTime random_cost(const sim::CostModel& costs, size_t bytes) {
  return costs.random_call + per_kib(bytes, costs.random_kib);
}

}  // namespace loopscope::os
