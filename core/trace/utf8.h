#pragma once

#include <string>
#include <string_view>

namespace loopscope::trace {

// Whether the bytes are well-formed UTF-8 (The Unicode Standard, table 3-7).
bool is_utf8(std::string_view bytes);

// The same text with every maximal malformed part replaced by U+FFFD, as TextDecoder does it.
std::string repaired_utf8(std::string_view bytes);

// Columns the text takes in a terminal: code points, with the combining ones as nothing and the
// wide ones as two.
size_t columns_of(std::string_view utf8);

// The longest prefix of whole code points that takes at most so many columns.
std::string_view prefix_of_columns(std::string_view utf8, size_t columns);

}  // namespace loopscope::trace
