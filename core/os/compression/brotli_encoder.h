#pragma once

#include <memory>
#include <span>

#include "core/os/compression/codec.h"

struct BrotliEncoderStateStruct;

namespace loopscope::os {

// A setting of brotli's, by the number the library gives it.
struct BrotliSetting {
  uint32_t parameter = 0;
  uint32_t value = 0;
};

// Compresses by brotli.
class BrotliEncoder final : public Codec {
 public:
  // Null: it does not know one of the settings or its value.
  static std::unique_ptr<BrotliEncoder> create(std::span<const BrotliSetting> settings);

  Progress write(std::span<const uint8_t> input, std::span<uint8_t> output, int flush) override;
  // Goes back to brotli's own settings, as in Node.
  std::optional<CodecFault> reset() override;
  VirtualTime cost(const sim::CostModel& costs, const Progress& progress) const override;

 private:
  struct Free {
    void operator()(BrotliEncoderStateStruct* state) const;
  };

  BrotliEncoder();

  std::unique_ptr<BrotliEncoderStateStruct, Free> m_state;
  uint32_t m_quality;
};

}  // namespace loopscope::os
