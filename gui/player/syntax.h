#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace loopscope::gui {

// How a piece of source text is coloured.
enum class Style : uint8_t {
  kPlain,  // what belongs to no language
  kComment,
  kTag,  // "@title" in a comment
  kString,
  kEscape,  // "\n" in a string
  kRegex,
  kNumber,
  kKeyword,
  kConstant,
  kName,
  kFunction,  // a name that is called or declared as a function
  kClass,
  kProperty,
  kBuiltin,
  kOperator,
  kPunctuation,
};

// A piece of a line, in bytes from its beginning.
struct Span {
  uint32_t column = 0;
  uint32_t length = 0;
  Style style{};
  bool operator==(const Span&) const = default;
};

enum class Language : uint8_t { kJavaScript, kJson };

// By the file's name. Everything that isn't JSON is read as JavaScript.
Language language_of(std::string_view file);

// The spans of each line, lines being what '\n' ends. In a line they ascend and don't overlap, and
// together they cover every byte that isn't white space. Takes any bytes, and time in proportion to
// their number.
//
// Without a parser some things are guesses: whether a slash divides or opens a regular expression,
// and whether a brace opens a block or an object, is told from the brackets and words before it.
std::vector<std::vector<Span>> highlight(std::string_view source,
                                         Language language = Language::kJavaScript);

}  // namespace loopscope::gui
