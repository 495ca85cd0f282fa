#include "core/os/compression/brotli_encoder.h"

#include <brotli/encode.h>

#include <algorithm>

namespace loopscope::os {

void BrotliEncoder::Free::operator()(BrotliEncoderStateStruct* state) const {
  BrotliEncoderDestroyInstance(state);
}

BrotliEncoder::BrotliEncoder()
    : m_state(BrotliEncoderCreateInstance(nullptr, nullptr, nullptr)),
      m_quality(BROTLI_DEFAULT_QUALITY) {}

std::unique_ptr<BrotliEncoder> BrotliEncoder::create(std::span<const BrotliSetting> settings) {
  std::unique_ptr<BrotliEncoder> encoder(new BrotliEncoder);
  for (const auto& [parameter, value] : settings) {
    if (BrotliEncoderSetParameter(encoder->m_state.get(),
                                  static_cast<BrotliEncoderParameter>(parameter),
                                  value) == BROTLI_FALSE)
      return nullptr;
    if (parameter == BROTLI_PARAM_QUALITY)
      encoder->m_quality = std::min<uint32_t>(value, BROTLI_MAX_QUALITY);
  }
  return encoder;
}

Codec::Progress BrotliEncoder::write(std::span<const uint8_t> input, std::span<uint8_t> output,
                                     int flush) {
  size_t input_left = input.size();
  size_t output_left = output.size();
  const uint8_t* next_input = input.data();
  uint8_t* next_output = output.data();
  const bool succeeded = BrotliEncoderCompressStream(
                             m_state.get(), static_cast<BrotliEncoderOperation>(flush), &input_left,
                             &next_input, &output_left, &next_output, nullptr) != BROTLI_FALSE;
  Progress progress{input.size() - input_left, output.size() - output_left, {}};
  if (!succeeded)
    progress.fault = CodecFault{"Compression failed", -1, "ERR_BROTLI_COMPRESSION_FAILED"};
  return progress;
}

std::optional<CodecFault> BrotliEncoder::reset() {
  m_state.reset(BrotliEncoderCreateInstance(nullptr, nullptr, nullptr));
  m_quality = BROTLI_DEFAULT_QUALITY;
  return {};
}

VirtualTime BrotliEncoder::cost(const sim::CostModel& costs, const Progress& progress) const {
  return costs.codec_call + sim::times(progress.consumed, costs.brotli_byte[m_quality]);
}

}  // namespace loopscope::os
