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

}  // namespace loopscope::host
