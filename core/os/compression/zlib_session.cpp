#include "core/os/compression/zlib_session.h"

#include <zlib.h>

#include <algorithm>
#include <limits>

namespace loopscope::os {

namespace {

const char* name_of(int result) {
  switch (result) {
    case Z_OK:
      return "Z_OK";
    case Z_STREAM_END:
      return "Z_STREAM_END";
    case Z_NEED_DICT:
      return "Z_NEED_DICT";
    case Z_ERRNO:
      return "Z_ERRNO";
    case Z_STREAM_ERROR:
      return "Z_STREAM_ERROR";
    case Z_DATA_ERROR:
      return "Z_DATA_ERROR";
    case Z_MEM_ERROR:
      return "Z_MEM_ERROR";
    case Z_BUF_ERROR:
      return "Z_BUF_ERROR";
    case Z_VERSION_ERROR:
      return "Z_VERSION_ERROR";
    default:
      return "Z_UNKNOWN_ERROR";
  }
}

// zlib counts in 32 bits.
uInt lendable(size_t size) {
  return static_cast<uInt>(std::min<size_t>(size, std::numeric_limits<uInt>::max()));
}

}  // namespace

ZlibSession::ZlibSession(End end) : m_stream(std::make_unique<z_stream>()), m_end(end) {}

ZlibSession::~ZlibSession() {
  m_end(m_stream.get());
}

void ZlibSession::lend(std::span<const uint8_t> input, std::span<uint8_t> output) {
  // zlib takes a null pointer for a mistake even where there is nothing.
  static uint8_t nothing = 0;
  m_input_size = lendable(input.size());
  m_output_size = lendable(output.size());
  m_stream->next_in = input.empty() ? &nothing : const_cast<Bytef*>(input.data());
  m_stream->avail_in = static_cast<uInt>(m_input_size);
  m_stream->next_out = output.empty() ? &nothing : output.data();
  m_stream->avail_out = static_cast<uInt>(m_output_size);
}

Codec::Progress ZlibSession::progress() const {
  return {m_input_size - m_stream->avail_in, m_output_size - m_stream->avail_out, {}};
}

CodecFault ZlibSession::fault(int result, const char* message) const {
  return {m_stream->msg != nullptr ? m_stream->msg : message, result, name_of(result)};
}

int window_bits_of(DeflateFormat format, int window_bits) {
  switch (format) {
    case DeflateFormat::kZlib:
      return window_bits;
    case DeflateFormat::kGzip:
      return window_bits + 16;
    case DeflateFormat::kRaw:
      return -window_bits;
    case DeflateFormat::kEither:
      return window_bits + 32;
  }
  return window_bits;
}

}  // namespace loopscope::os
