#pragma once

#include <memory>
#include <span>

#include "core/os/compression/brotli_encoder.h"

struct BrotliDecoderStateStruct;

namespace loopscope::os {

// Decompresses by brotli.
class BrotliDecoder final : public Codec {
 public:
  // Null: it does not know one of the settings or its value.
  static std::unique_ptr<BrotliDecoder> create(std::span<const BrotliSetting> settings);

  Progress write(std::span<const uint8_t> input, std::span<uint8_t> output, int flush) override;
  // Goes back to brotli's own settings, as in Node.
  std::optional<CodecFault> reset() override;
  VirtualTime cost(const sim::CostModel& costs, const Progress& progress) const override;

 private:
  struct Free {
    void operator()(BrotliDecoderStateStruct* state) const;
  };

  BrotliDecoder();

  std::unique_ptr<BrotliDecoderStateStruct, Free> m_state;
};

}  // namespace loopscope::os
