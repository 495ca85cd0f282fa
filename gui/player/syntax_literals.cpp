#include "gui/player/syntax_literals.h"

#include <algorithm>

#include "gui/player/syntax_characters.h"

namespace loopscope::gui {

namespace {

// The character there; none beyond the end.
char at_or_none(std::string_view source, size_t at) {
  return at < source.size() ? source[at] : '\0';
}

// From `at` over the characters that belong, at most so many.
template <typename Belongs>
size_t end_of_run(std::string_view source, size_t at, Belongs belongs,
                  size_t most = std::string_view::npos) {
  const size_t limit = most < source.size() - at ? at + most : source.size();
  while (at < limit && belongs(source[at])) ++at;
  return at;
}

bool is_digit_or_separator(char c) {
  return is_digit(c) || c == '_';
}

}  // namespace

size_t end_of_escape(std::string_view source, size_t at) {
  const char kind = at_or_none(source, at + 1);
  const size_t after = std::min(at + 2, source.size());
  if (kind == 'x') return end_of_run(source, after, is_hex_digit, 2);
  if (kind == 'u' && at_or_none(source, after) == '{') {
    const size_t end = end_of_run(source, after + 1, is_hex_digit);
    return at_or_none(source, end) == '}' ? end + 1 : end;
  }
  if (kind == 'u') return end_of_run(source, after, is_hex_digit, 4);
  // A line end after a backslash goes on, whichever it is.
  if (kind == '\r' && at_or_none(source, after) == '\n') return after + 1;
  if (!begins_sequence(kind)) return after;
  return end_of_run(source, after, continues_sequence);
}

size_t end_of_number(std::string_view source, size_t at) {
  const char base = static_cast<char>(at_or_none(source, at + 1) | 0x20);
  size_t end = at;
  if (source[at] == '0' && (base == 'x' || base == 'o' || base == 'b')) {
    end = end_of_run(source, at + 2, [](char c) { return is_hex_digit(c) || c == '_'; });
  } else {
    end = end_of_run(source, end, is_digit_or_separator);
    if (at_or_none(source, end) == '.') end = end_of_run(source, end + 1, is_digit_or_separator);
    if ((at_or_none(source, end) | 0x20) == 'e') {
      ++end;
      if (at_or_none(source, end) == '+' || at_or_none(source, end) == '-') ++end;
      end = end_of_run(source, end, is_digit_or_separator);
    }
  }
  return at_or_none(source, end) == 'n' ? end + 1 : end;
}

size_t end_of_regex(std::string_view source, size_t at) {
  bool in_class = false;
  for (size_t end = at + 1; end < source.size() && source[end] != '\n'; ++end) {
    const char c = source[end];
    if (c == '\\') {
      if (at_or_none(source, end + 1) != '\n') ++end;
    } else if (c == '[') {
      in_class = true;
    } else if (c == ']') {
      in_class = false;
    } else if (c == '/' && !in_class) {
      return end_of_run(source, end + 1, is_letter);
    }
  }
  return at;
}

}  // namespace loopscope::gui
