#pragma once

#include <memory>
#include <optional>
#include <span>

#include "core/os/compression/codec.h"

struct z_stream_s;

namespace loopscope::os {

// The formats deflated data comes in: with zlib's header and checksum, with gzip's, bare; and, to
// read only, whichever of the first two it is.
enum class DeflateFormat : uint8_t { kZlib, kGzip, kRaw, kEither };

// What deflating and inflating have in common: zlib's record of where input and output stand.
class ZlibSession {
 public:
  using End = int (*)(z_stream_s*);
  explicit ZlibSession(End end);
  ~ZlibSession();
  ZlibSession(const ZlibSession&) = delete;
  ZlibSession& operator=(const ZlibSession&) = delete;

  z_stream_s& stream() { return *m_stream; }

  // Lends zlib the input and the output until the next of these.
  void lend(std::span<const uint8_t> input, std::span<uint8_t> output);
  // How far it got with what lend() gave it.
  Codec::Progress progress() const;
  // In zlib's own words, if it has any.
  CodecFault fault(int result, const char* message) const;

 private:
  std::unique_ptr<z_stream_s> m_stream;
  End m_end;
  size_t m_input_size = 0;
  size_t m_output_size = 0;
};

// The number zlib knows a format by together with the logarithm of the window's size.
int window_bits_of(DeflateFormat format, int window_bits);

}  // namespace loopscope::os
