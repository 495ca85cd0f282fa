#include "core/trace/utf8.h"

#include <cstdint>

namespace loopscope::trace {

namespace {

uint8_t byte_at(std::string_view bytes, size_t at) {
  return static_cast<uint8_t>(bytes[at]);
}

struct Sequence {
  size_t bytes = 1;  // of the character, or of the malformed part to replace
  bool whole = false;
};

// Reads one character. The second byte's range depends on the first (overlong forms, surrogates and
// what lies beyond U+10FFFF are malformed); the others are 80..BF.
Sequence sequence_at(std::string_view bytes, size_t at) {
  const uint8_t first = byte_at(bytes, at);
  if (first < 0x80) return {1, true};
  if (first < 0xC2 || first > 0xF4) return {1, false};
  const size_t length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
  uint8_t low = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
  uint8_t high = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
  for (size_t i = 1; i < length; ++i) {
    if (at + i >= bytes.size()) return {i, false};
    const uint8_t next = byte_at(bytes, at + i);
    if (next < low || next > high) return {i, false};
    low = 0x80;
    high = 0xBF;
  }
  return {length, true};
}

uint32_t code_point_at(std::string_view bytes, size_t at, size_t length) {
  if (length == 1) return byte_at(bytes, at);
  uint32_t code = byte_at(bytes, at) & (0xFFU >> (length + 1));
  for (size_t i = 1; i < length; ++i) code = (code << 6) | (byte_at(bytes, at + i) & 0x3FU);
  return code;
}

size_t columns_of_code_point(uint32_t code) {
  if (code < 0x20 || (code >= 0x7F && code < 0xA0)) return 0;
  if ((code >= 0x300 && code <= 0x36F) || (code >= 0x200B && code <= 0x200F) ||
      (code >= 0xFE00 && code <= 0xFE0F)) {
    return 0;
  }
  const bool wide = (code >= 0x1100 && code <= 0x115F) || (code >= 0x2E80 && code <= 0xA4CF) ||
                    (code >= 0xAC00 && code <= 0xD7A3) || (code >= 0xF900 && code <= 0xFAFF) ||
                    (code >= 0xFE30 && code <= 0xFE6F) || (code >= 0xFF00 && code <= 0xFF60) ||
                    (code >= 0xFFE0 && code <= 0xFFE6) || (code >= 0x1F300 && code <= 0x1F64F) ||
                    (code >= 0x1F680 && code <= 0x1F6FF) || (code >= 0x1F900 && code <= 0x1F9FF) ||
                    (code >= 0x20000 && code <= 0x3FFFD);
  return wide ? 2 : 1;
}

}  // namespace

bool is_utf8(std::string_view bytes) {
  for (size_t at = 0; at < bytes.size();) {
    const Sequence sequence = sequence_at(bytes, at);
    if (!sequence.whole) return false;
    at += sequence.bytes;
  }
  return true;
}

std::string repaired_utf8(std::string_view bytes) {
  std::string repaired;
  repaired.reserve(bytes.size() + 8);
  for (size_t at = 0; at < bytes.size();) {
    const Sequence sequence = sequence_at(bytes, at);
    repaired += sequence.whole ? bytes.substr(at, sequence.bytes) : "\xEF\xBF\xBD";
    at += sequence.bytes;
  }
  return repaired;
}

size_t columns_of(std::string_view utf8) {
  size_t columns = 0;
  for (size_t at = 0; at < utf8.size();) {
    const Sequence sequence = sequence_at(utf8, at);
    columns += sequence.whole ? columns_of_code_point(code_point_at(utf8, at, sequence.bytes)) : 1;
    at += sequence.bytes;
  }
  return columns;
}

std::string_view prefix_of_columns(std::string_view utf8, size_t columns) {
  size_t used = 0;
  size_t at = 0;
  while (at < utf8.size()) {
    const Sequence sequence = sequence_at(utf8, at);
    const size_t wanted =
        sequence.whole ? columns_of_code_point(code_point_at(utf8, at, sequence.bytes)) : 1;
    if (used + wanted > columns) break;
    used += wanted;
    at += sequence.bytes;
  }
  return utf8.substr(0, at);
}

}  // namespace loopscope::trace
