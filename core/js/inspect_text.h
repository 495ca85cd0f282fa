#pragma once

#include <string>
#include <string_view>
#include <vector>

// The part of util.inspect that is about text alone. Lengths are UTF-16 code units, as in
// JavaScript.
namespace loopscope::host::inspect {

using Text = std::u16string;
using TextView = std::u16string_view;

// ASCII as UTF-16.
Text text_of(std::string_view ascii);

// A string in quotes: single ones unless that means escaping and double ones or backticks do not;
// control characters and lone surrogates as escapes.
Text quoted(TextView text);
// The same escapes without quotes, for property keys in brackets.
Text escaped(TextView text);

// Whether a property key can stand without quotes.
bool is_identifier(TextView text);

// How many terminal columns the text takes, escape sequences aside (wide characters count two,
// combining marks none).
size_t display_width(TextView text);

// The text without terminal escape sequences.
Text without_colors(TextView text);

// A number's digits with a `_` after every three, counted from the point.
Text with_separators(TextView digits);

// What is printed between the braces, laid out. How wide, and how much is put on one line, as the
// documentation of util.inspect describes breakLength and compact.
struct Layout {
  bool colors = false;
  double break_length = 80;
  int compact = 3;  // 0: `compact: false`; kCompactTrue: `compact: true`
  size_t indentation = 0;
  static constexpr int kCompactTrue = -1;
};

struct Pieces {
  std::vector<Text> entries;
  Text base;     // before the braces, such as a function's name
  Text opening;  // "[", "Foo {", …
  Text closing;
  bool is_array = false;
  // Whether the value's entries may be put beside each other: not deeper than `compact` levels.
  bool is_compact_level = false;
  bool ends_with_more = false;  // the last entry is "... 3 more items" and stands outside columns
  bool right_align = false;     // the elements are numbers
};

// The base and the opening brace, as they begin every layout but that of `compact: true`.
Text opened(const Pieces& pieces);
Text laid_out(Pieces pieces, const Layout& layout);

}  // namespace loopscope::host::inspect
