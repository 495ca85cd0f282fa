#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

// UTF-8 as the Encoding Standard decodes it: each maximal invalid part becomes one U+FFFD.
namespace loopscope::host {

[[nodiscard]] bool is_ascii(std::span<const uint8_t> bytes);
[[nodiscard]] bool is_valid_utf8(std::span<const uint8_t> bytes);

// Appends the decoded text. `invalid` tells whether anything was replaced.
void decode_utf8(std::span<const uint8_t> bytes, std::u16string& text, bool& invalid);

// How many bytes at the end begin a character that further bytes could complete (0 to 3).
[[nodiscard]] size_t unfinished_utf8_tail(std::span<const uint8_t> bytes);

}  // namespace loopscope::host
