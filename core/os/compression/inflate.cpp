#include "core/os/compression/inflate.h"

#include <zlib.h>

#include <utility>

namespace loopscope::os {

namespace {

// RFC 1952, 2.3.1: ID1 and ID2.
constexpr uint8_t kGzipFirst = 0x1F;
constexpr uint8_t kGzipSecond = 0x8B;

}  // namespace

Inflate::Inflate(Options options)
    : m_options(std::move(options)), m_session(inflateEnd), m_format(m_options.format) {
  const int result =
      inflateInit2(&m_session.stream(), window_bits_of(m_options.format, m_options.window_bits));
  m_unusable =
      result == Z_OK ? set_raw_dictionary() : std::optional(m_session.fault(result, "Zlib error"));
}

// Bare data does not ask for its dictionary.
std::optional<CodecFault> Inflate::set_raw_dictionary() {
  if (m_options.dictionary.empty() || m_options.format != DeflateFormat::kRaw) return {};
  const int result = inflateSetDictionary(&m_session.stream(), m_options.dictionary.data(),
                                          static_cast<uInt>(m_options.dictionary.size()));
  if (result == Z_OK) return {};
  return m_session.fault(result, "Failed to set dictionary");
}

// Which of the two formats it is; the magic bytes may come one by one.
void Inflate::recognize(std::span<const uint8_t> input) {
  if (m_format != DeflateFormat::kEither || input.empty()) return;
  size_t second = 0;
  if (!m_may_be_gzip) {
    m_may_be_gzip = input[0] == kGzipFirst;
    second = 1;
  }
  if (!m_may_be_gzip)
    m_format = DeflateFormat::kZlib;
  else if (second < input.size())
    m_format = input[second] == kGzipSecond ? DeflateFormat::kGzip : DeflateFormat::kZlib;
}

// Gives the dictionary when the data asks for it.
int Inflate::inflate_once(int flush) {
  z_stream& stream = m_session.stream();
  const int result = inflate(&stream, flush);
  if (result != Z_NEED_DICT || m_options.dictionary.empty()) return result;
  const int given = inflateSetDictionary(&stream, m_options.dictionary.data(),
                                         static_cast<uInt>(m_options.dictionary.size()));
  if (given == Z_OK) return inflate(&stream, flush);
  return given == Z_DATA_ERROR ? Z_NEED_DICT : given;
}

bool Inflate::next_member_follows() {
  const z_stream& stream = m_session.stream();
  return m_format == DeflateFormat::kGzip && stream.avail_in > 0 && *stream.next_in != 0;
}

Codec::Progress Inflate::write(std::span<const uint8_t> input, std::span<uint8_t> output,
                               int flush) {
  if (m_unusable) return {0, 0, m_unusable};
  recognize(input);
  m_session.lend(input, output);
  int result = inflate_once(flush);
  while (result == Z_STREAM_END && next_member_follows()) {
    inflateReset(&m_session.stream());
    result = inflate_once(flush);
  }
  Progress progress = m_session.progress();
  progress.fault = fault_of(result, flush);
  return progress;
}

std::optional<CodecFault> Inflate::fault_of(int result, int flush) {
  switch (result) {
    case Z_STREAM_END:
      return {};
    case Z_OK:
    case Z_BUF_ERROR:
      if (flush != Z_FINISH || m_session.stream().avail_out == 0) return {};
      return m_session.fault(result, "unexpected end of file");
    case Z_NEED_DICT:
      return m_session.fault(
          result, m_options.dictionary.empty() ? "Missing dictionary" : "Bad dictionary");
    default:
      return m_session.fault(result, "Zlib error");
  }
}

std::optional<CodecFault> Inflate::reset() {
  if (m_unusable) return m_unusable;
  const int result = inflateReset(&m_session.stream());
  if (result != Z_OK) return m_session.fault(result, "Failed to reset stream");
  m_format = m_options.format;
  m_may_be_gzip = false;
  return set_raw_dictionary();
}

VirtualTime Inflate::cost(const sim::CostModel& costs, const Progress& progress) const {
  return costs.codec_call +
         sim::times(progress.consumed + progress.produced, costs.decompress_byte);
}

}  // namespace loopscope::os
