#pragma once

#include <vector>

#include "core/os/compression/zlib_session.h"

namespace loopscope::os {

// Decompresses by zlib. Several gzip members one behind the other are read as one, as gunzip does;
// zeros behind the last are padding.
class Inflate final : public Codec {
 public:
  struct Options {
    DeflateFormat format = DeflateFormat::kZlib;
    int window_bits = 15;                  // 0: as the header says
    std::vector<uint8_t> dictionary = {};  // without effect in gzip's format
  };

  explicit Inflate(Options options);

  Progress write(std::span<const uint8_t> input, std::span<uint8_t> output, int flush) override;
  std::optional<CodecFault> reset() override;
  VirtualTime cost(const sim::CostModel& costs, const Progress& progress) const override;

 private:
  std::optional<CodecFault> set_raw_dictionary();
  void recognize(std::span<const uint8_t> input);
  int inflate_once(int flush);
  bool next_member_follows();
  std::optional<CodecFault> fault_of(int result, int flush);

  Options m_options;
  ZlibSession m_session;
  DeflateFormat m_format;                // kEither until the first bytes tell
  bool m_may_be_gzip = false;            // the first of gzip's two magic bytes was there
  std::optional<CodecFault> m_unusable;  // why it could not be set up
};

}  // namespace loopscope::os
