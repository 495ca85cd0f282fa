#include "core/js/assigned_name.h"

#include <algorithm>

#include "core/js/v8_source_tokens.h"

namespace loopscope::host {
namespace {

// Reads a line's text from right to left.
class Backward {
 public:
  explicit Backward(std::u16string_view text) : m_text(text) {}

  void skip_blanks() {
    while (!m_text.empty() && (m_text.back() == u' ' || m_text.back() == u'\t'))
      m_text.remove_suffix(1);
  }
  bool skip(char16_t character) {
    if (m_text.empty() || m_text.back() != character) return false;
    m_text.remove_suffix(1);
    return true;
  }
  // The name that ends here; empty: none does.
  std::u16string_view take_name() {
    size_t begin = m_text.size();
    while (begin > 0 && is_identifier_part(m_text[begin - 1])) --begin;
    const std::u16string_view name = m_text.substr(begin);
    if (name.empty() || !is_identifier_start(name.front())) return {};
    m_text.remove_suffix(name.size());
    return name;
  }
  bool skip_word(std::u16string_view word) {
    Backward before = *this;
    if (before.take_name() != word) return false;
    *this = before;
    skip_blanks();
    return true;
  }

 private:
  std::u16string_view m_text;
};

std::u16string_view line_of(std::u16string_view text, uint32_t line) {
  for (; line > 1; --line) {
    const size_t end = text.find(u'\n');
    if (end == std::u16string_view::npos) return {};
    text.remove_prefix(end + 1);
  }
  return text.substr(0, text.find(u'\n'));
}

// Over what stands before the place and belongs to the same call: `new`, `await`, `zlib.`
void skip_call(Backward& text) {
  text.skip_blanks();
  if (!text.skip_word(u"new")) {
    do text.take_name();
    while (text.skip(u'.'));
    text.skip_blanks();
    text.skip_word(u"new");
  }
  text.skip_word(u"await");
}

}  // namespace

std::string assigned_name(std::u16string_view text, uint32_t line, uint32_t column) {
  const std::u16string_view shown = line_of(text, line);
  Backward before(shown.substr(0, std::min<size_t>(column == 0 ? 0 : column - 1, shown.size())));
  skip_call(before);
  if (!before.skip(u'=')) return {};
  before.skip_blanks();
  const std::u16string_view name = before.take_name();
  std::string ascii;
  for (const char16_t unit : name) {
    if (unit >= 0x80) return {};
    ascii.push_back(static_cast<char>(unit));
  }
  return ascii;
}

}  // namespace loopscope::host
