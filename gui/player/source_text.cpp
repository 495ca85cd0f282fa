#include "gui/player/source_text.h"

#include <algorithm>

#include "core/lesson/directives.h"
#include "core/trace/utf8.h"
#include "gui/player/syntax_characters.h"

namespace loopscope::gui {

namespace {

constexpr size_t kTabColumns = 2;

// Spaces a tab takes after that many columns.
size_t tab_width(size_t columns) {
  return kTabColumns - columns % kTabColumns;
}

bool is_blank(std::string_view line) {
  return std::ranges::all_of(line, is_space);
}

}  // namespace

SourceText::SourceText(std::string_view bytes, Language language) {
  const std::string text = trace::repaired_utf8(bytes);
  std::vector<std::vector<Span>> spans = highlight(text, language);
  m_lines.reserve(spans.size());
  std::string_view rest = text;
  for (std::vector<Span>& line_spans : spans) {
    const size_t end = rest.find('\n');
    std::string_view line = rest.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (end == std::string_view::npos && line.empty() && !m_lines.empty()) break;
    add_line(line, std::move(line_spans));
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  }
  if (language != Language::kJavaScript) return;
  m_directive_lines = lesson::last_directive_line(text);
  if (m_directive_lines == 0) return;
  while (m_directive_lines < line_count() && is_blank(line(m_directive_lines))) ++m_directive_lines;
}

void SourceText::add_line(std::string_view text, std::vector<Span> spans) {
  Line line;
  line.spans = std::move(spans);
  line.shown.reserve(text.size());
  size_t columns = 0;
  auto span = line.spans.begin();
  // Bytes that the tabs so far took beyond their one move what follows; a span with tabs grows.
  for (size_t at = 0; at <= text.size();) {
    const size_t tab = std::min(text.find('\t', at), text.size());
    const size_t moved = line.shown.size() - at;
    for (; span != line.spans.end() && span->column < tab; ++span)
      span->column += static_cast<uint32_t>(moved);
    line.shown += text.substr(at, tab - at);
    if (tab == text.size()) break;
    columns += trace::columns_of(text.substr(at, tab - at));
    const size_t width = tab_width(columns);
    if (span != line.spans.begin()) {
      Span& before = *std::prev(span);
      if (before.column + before.length > line.shown.size())
        before.length += static_cast<uint32_t>(width - 1);
    }
    line.tabs.push_back({static_cast<uint32_t>(line.shown.size()), static_cast<uint32_t>(width)});
    line.shown.append(width, ' ');
    columns += width;
    at = tab + 1;
  }
  m_lines.push_back(std::move(line));
}

size_t SourceText::end_of_character(const Line& line, size_t byte) {
  const auto tab = std::ranges::lower_bound(line.tabs, byte, {}, &Tab::begin);
  if (tab != line.tabs.end() && tab->begin == byte) return byte + tab->width;
  ++byte;
  while (byte < line.shown.size() && continues_sequence(line.shown[byte])) ++byte;
  return byte;
}

size_t SourceText::byte_of_column(size_t line, uint32_t column) const {
  const Line& shown = m_lines[line];
  size_t byte = 0;
  for (uint32_t at = 1; at < column && byte < shown.shown.size(); ++at)
    byte = end_of_character(shown, byte);
  return byte;
}

uint32_t SourceText::column_of_byte(size_t line, size_t byte) const {
  const Line& shown = m_lines[line];
  uint32_t column = 1;
  for (size_t at = 0; at < shown.shown.size(); ++column) {
    at = end_of_character(shown, at);
    if (at > byte) break;
  }
  return column;
}

}  // namespace loopscope::gui
