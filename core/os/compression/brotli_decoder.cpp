#include "core/os/compression/brotli_decoder.h"

#include <brotli/decode.h>
#include <brotli/encode.h>
#include <zlib.h>

namespace loopscope::os {

namespace {

// The library's own names have changed between its versions; these are those of Node's.
const char* name_of(BrotliDecoderErrorCode code) {
#define LOOPSCOPE_CASE(prefix, name, number) \
  case BROTLI_DECODER##prefix##name:         \
    return "ERR_" #prefix #name;
#define LOOPSCOPE_NOTHING
  switch (code) { BROTLI_DECODER_ERROR_CODES_LIST(LOOPSCOPE_CASE, LOOPSCOPE_NOTHING) }
#undef LOOPSCOPE_NOTHING
#undef LOOPSCOPE_CASE
  return "ERR_INVALID";
}

}  // namespace

void BrotliDecoder::Free::operator()(BrotliDecoderStateStruct* state) const {
  BrotliDecoderDestroyInstance(state);
}

BrotliDecoder::BrotliDecoder() : m_state(BrotliDecoderCreateInstance(nullptr, nullptr, nullptr)) {}

std::unique_ptr<BrotliDecoder> BrotliDecoder::create(std::span<const BrotliSetting> settings) {
  std::unique_ptr<BrotliDecoder> decoder(new BrotliDecoder);
  for (const auto& [parameter, value] : settings)
    if (BrotliDecoderSetParameter(decoder->m_state.get(),
                                  static_cast<BrotliDecoderParameter>(parameter),
                                  value) == BROTLI_FALSE)
      return nullptr;
  return decoder;
}

Codec::Progress BrotliDecoder::write(std::span<const uint8_t> input, std::span<uint8_t> output,
                                     int flush) {
  size_t input_left = input.size();
  size_t output_left = output.size();
  const uint8_t* next_input = input.data();
  uint8_t* next_output = output.data();
  const BrotliDecoderResult result = BrotliDecoderDecompressStream(
      m_state.get(), &input_left, &next_input, &output_left, &next_output, nullptr);
  Progress progress{input.size() - input_left, output.size() - output_left, {}};
  if (result == BROTLI_DECODER_RESULT_ERROR) {
    const BrotliDecoderErrorCode code = BrotliDecoderGetErrorCode(m_state.get());
    progress.fault = CodecFault{"Decompression failed", code, name_of(code)};
  } else if (result == BROTLI_DECODER_RESULT_NEEDS_MORE_INPUT && flush == BROTLI_OPERATION_FINISH) {
    // Node tells it as it does of deflated data.
    progress.fault = CodecFault{"unexpected end of file", Z_BUF_ERROR, "Z_BUF_ERROR"};
  }
  return progress;
}

std::optional<CodecFault> BrotliDecoder::reset() {
  m_state.reset(BrotliDecoderCreateInstance(nullptr, nullptr, nullptr));
  return {};
}

VirtualTime BrotliDecoder::cost(const sim::CostModel& costs, const Progress& progress) const {
  return costs.codec_call +
         sim::times(progress.consumed + progress.produced, costs.decompress_byte);
}

}  // namespace loopscope::os
