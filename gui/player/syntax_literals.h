#pragma once

#include <cstddef>
#include <string_view>

// Where literals of JavaScript end, given where they begin.
namespace loopscope::gui {

// Of a backslash and what it makes of the characters after it.
size_t end_of_escape(std::string_view source, size_t at);

size_t end_of_number(std::string_view source, size_t at);

// With its flags. `at` where no regular expression ends on this line.
size_t end_of_regex(std::string_view source, size_t at);

}  // namespace loopscope::gui
