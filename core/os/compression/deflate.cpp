#include "core/os/compression/deflate.h"

#include <zlib.h>

#include <utility>

namespace loopscope::os {

namespace {

constexpr int kDefaultLevel = 6;

}  // namespace

Deflate::Deflate(Options options) : m_options(std::move(options)), m_session(deflateEnd) {
  const int result = deflateInit2(&m_session.stream(), m_options.level, Z_DEFLATED,
                                  window_bits_of(m_options.format, m_options.window_bits),
                                  m_options.memory_level, m_options.strategy);
  m_unusable =
      result == Z_OK ? set_dictionary() : std::optional(m_session.fault(result, "Zlib error"));
}

std::optional<CodecFault> Deflate::set_dictionary() {
  if (m_options.dictionary.empty() || m_options.format == DeflateFormat::kGzip) return {};
  const int result = deflateSetDictionary(&m_session.stream(), m_options.dictionary.data(),
                                          static_cast<uInt>(m_options.dictionary.size()));
  if (result == Z_OK) return {};
  return m_session.fault(result, "Failed to set dictionary");
}

Codec::Progress Deflate::write(std::span<const uint8_t> input, std::span<uint8_t> output,
                               int flush) {
  if (m_unusable) return {0, 0, m_unusable};
  m_session.lend(input, output);
  const int result = deflate(&m_session.stream(), flush);
  Progress progress = m_session.progress();
  // A buffer error only says that there was nothing to do or no room.
  if (result != Z_OK && result != Z_STREAM_END && result != Z_BUF_ERROR)
    progress.fault = m_session.fault(result, "Zlib error");
  return progress;
}

std::optional<CodecFault> Deflate::reset() {
  if (m_unusable) return m_unusable;
  const int result = deflateReset(&m_session.stream());
  if (result != Z_OK) return m_session.fault(result, "Failed to reset stream");
  return set_dictionary();
}

std::optional<CodecFault> Deflate::set_params(int level, int strategy) {
  if (m_unusable) return m_unusable;
  if (m_options.format == DeflateFormat::kGzip) return {};
  m_session.lend({}, {});
  const int result = deflateParams(&m_session.stream(), level, strategy);
  if (result != Z_OK && result != Z_BUF_ERROR)
    return m_session.fault(result, "Failed to set parameters");
  m_options.level = level;
  m_options.strategy = strategy;
  return {};
}

VirtualTime Deflate::cost(const sim::CostModel& costs, const Progress& progress) const {
  const int level = m_options.level < 0 ? kDefaultLevel : m_options.level;
  return costs.codec_call + sim::times(progress.consumed, costs.deflate_byte[level]);
}

}  // namespace loopscope::os
