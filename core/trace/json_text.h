#pragma once

#include <charconv>
#include <concepts>
#include <string>
#include <string_view>

namespace loopscope::trace {

// Appends the text as a JSON string, quotes included. The text must be UTF-8.
void append_json_string(std::string& out, std::string_view utf8);

template <std::integral Number>
void append_number(std::string& out, Number number) {
  char digits[24];
  const auto end = std::to_chars(digits, digits + sizeof(digits), number).ptr;
  out.append(digits, end);
}

}  // namespace loopscope::trace
