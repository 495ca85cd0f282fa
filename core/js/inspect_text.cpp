#include "core/js/inspect_text.h"

#include <unicode/uchar.h>
#include <unicode/utf16.h>

#include <algorithm>
#include <cmath>

namespace loopscope::host::inspect {

namespace {

bool is_lone_surrogate(TextView text, size_t at) {
  const char16_t unit = text[at];
  if (U16_IS_LEAD(unit)) return at + 1 >= text.size() || !U16_IS_TRAIL(text[at + 1]);
  if (U16_IS_TRAIL(unit)) return at == 0 || !U16_IS_LEAD(text[at - 1]);
  return false;
}

Text hex(char16_t unit, size_t digits) {
  static constexpr char16_t kDigits[] = u"0123456789ABCDEF";
  Text text(digits, u'0');
  for (size_t i = digits; i-- > 0; unit = static_cast<char16_t>(unit >> 4))
    text[i] = kDigits[unit & 15];
  return text;
}

void append_escaped(Text& result, TextView text, size_t at, char16_t quote) {
  const char16_t unit = text[at];
  switch (unit) {
    case u'\b':
      result += u"\\b";
      return;
    case u'\t':
      result += u"\\t";
      return;
    case u'\n':
      result += u"\\n";
      return;
    case u'\f':
      result += u"\\f";
      return;
    case u'\r':
      result += u"\\r";
      return;
    case u'\\':
      result += u"\\\\";
      return;
    default:
      break;
  }
  if (unit == quote) {
    result += u'\\';
    result += unit;
  } else if (unit < 0x20 || (unit >= 0x7F && unit <= 0x9F)) {
    result += u"\\x" + hex(unit, 2);
  } else if (is_lone_surrogate(text, at)) {
    Text code = hex(unit, 4);
    for (char16_t& digit : code)
      digit |= digit >= u'A' ? 0x20 : 0;  // V8 prints these in lower case
    result += u"\\u" + code;
  } else {
    result += unit;
  }
}

Text escaped_for(TextView text, char16_t quote) {
  Text result;
  result.reserve(text.size() + 2);
  for (size_t at = 0; at < text.size(); ++at) append_escaped(result, text, at, quote);
  return result;
}

char16_t best_quote(TextView text) {
  if (text.find(u'\'') == TextView::npos) return u'\'';
  if (text.find(u'"') == TextView::npos) return u'"';
  if (text.find(u'`') == TextView::npos && text.find(u"${") == TextView::npos) return u'`';
  return u'\'';
}

// The length of the escape sequence at the front of the text, or 0: CSI sequences and OSC strings.
size_t escape_length(TextView text) {
  if (text.empty() || (text[0] != 0x1B && text[0] != 0x9B)) return 0;
  size_t at = 1;
  if (text[0] == 0x1B) {
    if (text.size() < 2) return 0;
    if (text[1] == u']') {
      const size_t end = text.find(u'\u0007');
      return end == TextView::npos ? 0 : end + 1;
    }
    if (text[1] != u'[') return 0;
    at = 2;
  }
  while (at < text.size() && text[at] >= 0x20 && text[at] <= 0x3F) ++at;
  return at < text.size() && text[at] >= 0x40 && text[at] <= 0x7E ? at + 1 : 0;
}

size_t width_of(char32_t character) {
  if (character < 0x20 || (character >= 0x7F && character < 0xA0)) return 0;
  const auto code = static_cast<UChar32>(character);
  const int8_t kind = u_charType(code);
  if (kind == U_NON_SPACING_MARK || kind == U_ENCLOSING_MARK || kind == U_FORMAT_CHAR) return 0;
  const int east_asian = u_getIntPropertyValue(code, UCHAR_EAST_ASIAN_WIDTH);
  if (east_asian == U_EA_FULLWIDTH || east_asian == U_EA_WIDE) return 2;
  return u_hasBinaryProperty(code, UCHAR_EMOJI_PRESENTATION) ? 2 : 1;
}

constexpr size_t kSeparatorWidth = 2;  // ", "

Text repeated(char16_t unit, size_t count) {
  return Text(count, unit);
}

Text padded(const Text& text, size_t width, size_t own_width, bool right_align) {
  const Text padding = repeated(u' ', width > own_width ? width - own_width : 0);
  return right_align ? padding + text : text + padding;
}

// How many columns the entries go into: about as many as make a square of them, a character being
// two and a half times as high as wide, and fewer where the entries' lengths vary. 1: do not group.
size_t column_count(const std::vector<size_t>& lengths, size_t entry_count, const Layout& layout) {
  constexpr double kCharacterAspect = 2.5;
  constexpr size_t kMostColumns = 15;
  size_t total = 0;
  size_t longest = 0;
  for (const size_t length : lengths) {
    total += length + kSeparatorWidth;
    longest = std::max(longest, length);
  }
  const auto widest = static_cast<double>(longest + kSeparatorWidth);
  const auto indentation = static_cast<double>(layout.indentation);
  if (widest * 3 + indentation >= layout.break_length) return 1;
  // One entry that is longer than a fifth of the others together would leave huge gaps.
  if (static_cast<double>(total) / widest <= 5 && longest > 6) return 1;
  const double variation =
      std::sqrt(widest - static_cast<double>(total) / static_cast<double>(entry_count));
  const double biased = std::max(widest - 3 - variation, 1.0);
  const double square =
      std::sqrt(kCharacterAspect * biased * static_cast<double>(lengths.size())) / biased;
  const double fitting = std::floor((layout.break_length - indentation) / widest);
  return static_cast<size_t>(
      std::min({std::floor(square + 0.5), fitting, static_cast<double>(layout.compact) * 4,
                static_cast<double>(kMostColumns)}));
}

// Arranges short array elements in columns.
std::vector<Text> in_columns(const Pieces& pieces, const Layout& layout) {
  const size_t groupable = pieces.entries.size() - (pieces.ends_with_more ? 1 : 0);
  std::vector<size_t> lengths(groupable);
  for (size_t i = 0; i < groupable; ++i) lengths[i] = display_width(pieces.entries[i]);
  const size_t columns = column_count(lengths, pieces.entries.size(), layout);
  if (columns <= 1) return pieces.entries;

  std::vector<size_t> widths;
  for (size_t column = 0; column < columns; ++column) {
    size_t width = 0;
    for (size_t i = column; i < groupable; i += columns) width = std::max(width, lengths[i]);
    widths.push_back(width + kSeparatorWidth);
  }
  std::vector<Text> rows;
  for (size_t start = 0; start < groupable; start += columns) {
    const size_t end = std::min(start + columns, groupable);
    Text row;
    for (size_t i = start; i + 1 < end; ++i)
      row += padded(pieces.entries[i] + u", ", widths[i - start], lengths[i] + kSeparatorWidth,
                    pieces.right_align);
    const size_t last = end - 1;
    if (pieces.right_align)
      row +=
          padded(pieces.entries[last], widths[last - start] - kSeparatorWidth, lengths[last], true);
    else
      row += pieces.entries[last];
    rows.push_back(std::move(row));
  }
  rows.insert(rows.end(), pieces.entries.begin() + static_cast<std::ptrdiff_t>(groupable),
              pieces.entries.end());
  return rows;
}

bool fits_one_line(const Pieces& pieces, const Layout& layout, size_t start) {
  const std::vector<Text>& entries = pieces.entries;
  double total = static_cast<double>(entries.size() + start);
  if (total + static_cast<double>(entries.size()) > layout.break_length) return false;
  for (const Text& entry : entries) {
    total += static_cast<double>(layout.colors ? without_colors(entry).size() : entry.size());
    if (total > layout.break_length) return false;
  }
  return pieces.base.find(u'\n') == Text::npos;
}

Text joined(const std::vector<Text>& entries, TextView separator) {
  Text result;
  for (size_t i = 0; i < entries.size(); ++i) {
    if (i > 0) result += separator;
    result += entries[i];
  }
  return result;
}

bool any_has_line_break(const std::vector<Text>& entries) {
  return std::any_of(entries.begin(), entries.end(),
                     [](const Text& entry) { return entry.find(u'\n') != Text::npos; });
}

}  // namespace

Text text_of(std::string_view ascii) {
  return Text(ascii.begin(), ascii.end());
}

Text quoted(TextView text) {
  const char16_t quote = best_quote(text);
  return quote + escaped_for(text, quote) + quote;
}

Text escaped(TextView text) {
  return escaped_for(text, 0);
}

bool is_identifier(TextView text) {
  const auto letter = [](char16_t c) {
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || c == u'_';
  };
  if (text.empty() || !letter(text[0])) return false;
  return std::all_of(text.begin(), text.end(),
                     [&](char16_t c) { return letter(c) || (c >= u'0' && c <= u'9'); });
}

size_t display_width(TextView text) {
  size_t width = 0;
  for (size_t at = 0; at < text.size();) {
    if (const size_t skipped = escape_length(text.substr(at)); skipped > 0) {
      at += skipped;
      continue;
    }
    UChar32 character = 0;
    U16_NEXT(text.data(), at, text.size(), character);
    width += width_of(static_cast<char32_t>(character));
  }
  return width;
}

Text without_colors(TextView text) {
  Text result;
  for (size_t at = 0; at < text.size();) {
    const size_t skipped = escape_length(text.substr(at));
    if (skipped == 0) result += text[at++];
    at += skipped;
  }
  return result;
}

Text with_separators(TextView digits) {
  const size_t start = !digits.empty() && digits[0] == u'-' ? 1 : 0;
  const size_t point = std::min(digits.find(u'.'), digits.size());
  if (digits.find(u'e') != TextView::npos) return Text(digits);
  Text result(digits.substr(0, start));
  for (size_t i = start; i < point; ++i) {
    if (i > start && (point - i) % 3 == 0) result += u'_';
    result += digits[i];
  }
  if (point == digits.size()) return result;
  result += u'.';
  for (size_t i = point + 1; i < digits.size(); ++i) {
    if (i > point + 1 && (i - point - 1) % 3 == 0) result += u'_';
    result += digits[i];
  }
  return result;
}

Text opened(const Pieces& pieces) {
  return pieces.base.empty() ? pieces.opening : pieces.base + u' ' + pieces.opening;
}

Text laid_out(Pieces pieces, const Layout& layout) {
  constexpr size_t kGroupFrom = 6;
  const Text start = opened(pieces);
  if (layout.compact == Layout::kCompactTrue) {
    if (fits_one_line(pieces, layout, 0)) {
      const Text& opening = pieces.opening;
      return opening + (pieces.base.empty() ? Text() : u' ' + pieces.base) + u' ' +
             joined(pieces.entries, u", ") + u' ' + pieces.closing;
    }
    const Text indentation = u'\n' + repeated(u' ', layout.indentation);
    const Text lead =
        pieces.base.empty() && pieces.opening.size() == 1
            ? Text(u" ")
            : (pieces.base.empty() ? Text() : u' ' + pieces.base) + indentation + u"  ";
    return pieces.opening + lead + joined(pieces.entries, u',' + indentation + u"  ") + u' ' +
           pieces.closing;
  }
  const size_t entry_count = pieces.entries.size();
  if (layout.compact > 0 && pieces.is_array && entry_count > kGroupFrom)
    pieces.entries = in_columns(pieces, layout);
  if (layout.compact > 0 && pieces.is_compact_level && entry_count == pieces.entries.size()) {
    const size_t length = pieces.entries.size() + layout.indentation + pieces.opening.size() +
                          pieces.base.size() + 10;
    if (fits_one_line(pieces, layout, length) && !any_has_line_break(pieces.entries)) {
      const Text line = joined(pieces.entries, u", ");
      return start + u' ' + line + u' ' + pieces.closing;
    }
  }
  const Text indentation = u'\n' + repeated(u' ', layout.indentation);
  return start + indentation + u"  " + joined(pieces.entries, u',' + indentation + u"  ") +
         indentation + pieces.closing;
}

}  // namespace loopscope::host::inspect
