#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>

// Base64 and hexadecimal text, with Node's leniency: what a Buffer is made from may hold anything.
// Characters beyond Latin-1 count as their low byte, as Node's tables are indexed.
namespace loopscope::host {

enum class Base64Alphabet { kStandard, kUrl };  // kUrl writes - and _ and no padding

[[nodiscard]] std::string encode_base64(std::span<const uint8_t> bytes, Base64Alphabet alphabet);
[[nodiscard]] std::string encode_hex(std::span<const uint8_t> bytes);

// Either alphabet; skips what belongs to neither, stops at '='. Returns how many bytes it wrote, as
// many as fit in `bytes`.
template <typename Char>
[[nodiscard]] size_t decode_base64(std::span<const Char> text, std::span<uint8_t> bytes);

// Stops at the first pair that is not hexadecimal. Returns how many bytes it wrote.
template <typename Char>
[[nodiscard]] size_t decode_hex(std::span<const Char> text, std::span<uint8_t> bytes);

enum class ForgivingFault { kNone, kCharacter, kLength };

// "forgiving-base64 decode" of the Infra Standard, for atob: ASCII whitespace is skipped, anything
// else outside the alphabet is a fault.
template <typename Char>
[[nodiscard]] ForgivingFault decode_forgiving_base64(std::span<const Char> text,
                                                     std::string& bytes);

}  // namespace loopscope::host
