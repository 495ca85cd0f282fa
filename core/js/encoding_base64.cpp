#include "core/js/encoding_base64.h"

#include <array>
#include <string_view>

namespace loopscope::host {

namespace {

constexpr std::string_view kStandard =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr std::string_view kUrl =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
constexpr std::string_view kHex = "0123456789abcdef";
constexpr int8_t kNoDigit = -1;

constexpr std::array<int8_t, 256> make_base64_digits() {
  std::array<int8_t, 256> digits{};
  digits.fill(kNoDigit);
  for (int8_t i = 0; i < 64; ++i) {
    digits[static_cast<uint8_t>(kStandard[static_cast<size_t>(i)])] = i;
    digits[static_cast<uint8_t>(kUrl[static_cast<size_t>(i)])] = i;
  }
  return digits;
}

constexpr std::array<int8_t, 256> make_hex_digits() {
  std::array<int8_t, 256> digits{};
  digits.fill(kNoDigit);
  for (int8_t i = 0; i < 10; ++i) digits[static_cast<size_t>('0' + i)] = i;
  for (int8_t i = 0; i < 6; ++i) {
    digits[static_cast<size_t>('a' + i)] = static_cast<int8_t>(10 + i);
    digits[static_cast<size_t>('A' + i)] = static_cast<int8_t>(10 + i);
  }
  return digits;
}

constexpr std::array<int8_t, 256> kBase64Digits = make_base64_digits();
constexpr std::array<int8_t, 256> kHexDigits = make_hex_digits();

bool is_ascii_whitespace(char32_t c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
}

}  // namespace

std::string encode_base64(std::span<const uint8_t> bytes, Base64Alphabet alphabet) {
  const std::string_view digits = alphabet == Base64Alphabet::kUrl ? kUrl : kStandard;
  std::string text;
  text.reserve((bytes.size() + 2) / 3 * 4);
  for (size_t i = 0; i < bytes.size(); i += 3) {
    const size_t count = std::min<size_t>(3, bytes.size() - i);
    uint32_t group = static_cast<uint32_t>(bytes[i]) << 16;
    if (count > 1) group |= static_cast<uint32_t>(bytes[i + 1]) << 8;
    if (count > 2) group |= bytes[i + 2];
    for (size_t digit = 0; digit <= count; ++digit) text += digits[group >> (18 - 6 * digit) & 63];
    if (alphabet == Base64Alphabet::kStandard) text.append(3 - count, '=');
  }
  return text;
}

std::string encode_hex(std::span<const uint8_t> bytes) {
  std::string text;
  text.reserve(bytes.size() * 2);
  for (const uint8_t byte : bytes) {
    text += kHex[byte >> 4];
    text += kHex[byte & 15];
  }
  return text;
}

template <typename Char>
size_t decode_base64(std::span<const Char> text, std::span<uint8_t> bytes) {
  size_t written = 0;
  uint32_t bits = 0;
  int bit_count = 0;
  for (const Char c : text) {
    const auto low = static_cast<uint8_t>(c);
    if (low == '=') break;
    const int8_t digit = kBase64Digits[low];
    if (digit == kNoDigit) continue;
    bits = bits << 6 | static_cast<uint32_t>(digit);
    bit_count += 6;
    if (bit_count < 8) continue;
    if (written == bytes.size()) break;
    bit_count -= 8;
    bytes[written++] = static_cast<uint8_t>(bits >> bit_count);
  }
  return written;
}

template <typename Char>
size_t decode_hex(std::span<const Char> text, std::span<uint8_t> bytes) {
  size_t written = 0;
  for (; written < bytes.size() && written * 2 + 1 < text.size(); ++written) {
    const int8_t high = kHexDigits[static_cast<uint8_t>(text[written * 2])];
    const int8_t low = kHexDigits[static_cast<uint8_t>(text[written * 2 + 1])];
    if (high == kNoDigit || low == kNoDigit) break;
    bytes[written] = static_cast<uint8_t>(high << 4 | low);
  }
  return written;
}

template <typename Char>
ForgivingFault decode_forgiving_base64(std::span<const Char> text, std::string& bytes) {
  std::string digits;
  size_t padding = 0;
  for (const Char c : text) {
    if (is_ascii_whitespace(c)) continue;
    if (c == '=') {
      ++padding;
      continue;
    }
    const bool is_digit = c < 128 && kStandard.find(static_cast<char>(c)) != std::string_view::npos;
    if (!is_digit || padding > 0) return ForgivingFault::kCharacter;
    digits += static_cast<char>(c);
  }
  if (padding > 2) return ForgivingFault::kCharacter;
  if (padding > 0 && (digits.size() + padding) % 4 != 0) return ForgivingFault::kLength;
  if (digits.size() % 4 == 1) return ForgivingFault::kLength;
  bytes.resize(digits.size() * 3 / 4);
  const auto* source = reinterpret_cast<const uint8_t*>(digits.data());
  auto* target = reinterpret_cast<uint8_t*>(bytes.data());
  bytes.resize(decode_base64(std::span(source, digits.size()), std::span(target, bytes.size())));
  return ForgivingFault::kNone;
}

template size_t decode_base64(std::span<const uint8_t>, std::span<uint8_t>);
template size_t decode_base64(std::span<const char16_t>, std::span<uint8_t>);
template size_t decode_hex(std::span<const uint8_t>, std::span<uint8_t>);
template size_t decode_hex(std::span<const char16_t>, std::span<uint8_t>);
template ForgivingFault decode_forgiving_base64(std::span<const uint8_t>, std::string&);
template ForgivingFault decode_forgiving_base64(std::span<const char16_t>, std::string&);

}  // namespace loopscope::host
