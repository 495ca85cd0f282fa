#pragma once

#include <vector>

#include "core/os/compression/zlib_session.h"

namespace loopscope::os {

// Compresses by zlib.
class Deflate final : public Codec {
 public:
  struct Options {
    DeflateFormat format = DeflateFormat::kZlib;
    int window_bits = 15;
    int level = -1;  // 0 to 9; -1 is zlib's default, 6
    int memory_level = 8;
    int strategy = 0;
    std::vector<uint8_t> dictionary = {};  // without effect in gzip's format
  };

  explicit Deflate(Options options);

  Progress write(std::span<const uint8_t> input, std::span<uint8_t> output, int flush) override;
  std::optional<CodecFault> reset() override;
  VirtualTime cost(const sim::CostModel& costs, const Progress& progress) const override;

  // From here on; what was written before must have been flushed. Without effect in gzip's format,
  // as in Node.
  std::optional<CodecFault> set_params(int level, int strategy);

 private:
  std::optional<CodecFault> set_dictionary();

  Options m_options;
  ZlibSession m_session;
  std::optional<CodecFault> m_unusable;  // why it could not be set up
};

}  // namespace loopscope::os
