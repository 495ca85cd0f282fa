#include "core/js/encoding_utf8.h"

#include <cstring>

namespace loopscope::host {

namespace {

constexpr char16_t kReplacement = 0xFFFD;

// What a lead byte asks for: how many continuation bytes, and the range of the first of them
// (narrower than 80..BF where overlong forms, surrogates or values beyond U+10FFFF threaten).
struct Lead {
  uint8_t continuations;
  uint8_t low;
  uint8_t high;
};

Lead lead_of(uint8_t byte) {
  if (byte >= 0xC2 && byte <= 0xDF) return {1, 0x80, 0xBF};
  if (byte == 0xE0) return {2, 0xA0, 0xBF};
  if (byte == 0xED) return {2, 0x80, 0x9F};
  if (byte >= 0xE1 && byte <= 0xEF) return {2, 0x80, 0xBF};
  if (byte == 0xF0) return {3, 0x90, 0xBF};
  if (byte >= 0xF1 && byte <= 0xF3) return {3, 0x80, 0xBF};
  if (byte == 0xF4) return {3, 0x80, 0x8F};
  return {0, 0, 0};
}

struct Sequence {
  size_t length;  // bytes taken, at least 1
  char32_t code;  // meaningful if complete
  bool complete;  // a whole character
};

Sequence next_sequence(std::span<const uint8_t> bytes) {
  const uint8_t first = bytes[0];
  if (first < 0x80) return {1, first, true};
  const Lead lead = lead_of(first);
  if (lead.continuations == 0) return {1, 0, false};
  char32_t code = first & (0x3F >> lead.continuations);
  for (size_t i = 1; i <= lead.continuations; ++i) {
    if (i == bytes.size()) return {i, 0, false};
    const uint8_t low = i == 1 ? lead.low : 0x80;
    const uint8_t high = i == 1 ? lead.high : 0xBF;
    if (bytes[i] < low || bytes[i] > high) return {i, 0, false};
    code = code << 6 | (bytes[i] & 0x3F);
  }
  return {lead.continuations + size_t{1}, code, true};
}

size_t ascii_prefix(std::span<const uint8_t> bytes) {
  constexpr uint64_t kHighBits = 0x8080808080808080;
  size_t at = 0;
  for (; at + sizeof(uint64_t) <= bytes.size(); at += sizeof(uint64_t)) {
    uint64_t word = 0;
    std::memcpy(&word, bytes.data() + at, sizeof word);
    if ((word & kHighBits) != 0) break;
  }
  while (at < bytes.size() && bytes[at] < 0x80) ++at;
  return at;
}

}  // namespace

bool is_ascii(std::span<const uint8_t> bytes) {
  return ascii_prefix(bytes) == bytes.size();
}

bool is_valid_utf8(std::span<const uint8_t> bytes) {
  while (!bytes.empty()) {
    bytes = bytes.subspan(ascii_prefix(bytes));
    if (bytes.empty()) return true;
    const Sequence sequence = next_sequence(bytes);
    if (!sequence.complete) return false;
    bytes = bytes.subspan(sequence.length);
  }
  return true;
}

void decode_utf8(std::span<const uint8_t> bytes, std::u16string& text, bool& invalid) {
  invalid = false;
  text.reserve(text.size() + bytes.size());
  while (!bytes.empty()) {
    const size_t plain = ascii_prefix(bytes);
    text.append(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(plain));
    bytes = bytes.subspan(plain);
    while (!bytes.empty() && bytes[0] >= 0x80) {
      const Sequence sequence = next_sequence(bytes);
      bytes = bytes.subspan(sequence.length);
      if (!sequence.complete) {
        invalid = true;
        text += kReplacement;
      } else if (sequence.code < 0x10000) {
        text += static_cast<char16_t>(sequence.code);
      } else {
        text += static_cast<char16_t>(0xD7C0 + (sequence.code >> 10));
        text += static_cast<char16_t>(0xDC00 + (sequence.code & 0x3FF));
      }
    }
  }
}

}  // namespace loopscope::host
