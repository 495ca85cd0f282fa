#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "gui/player/syntax.h"

namespace loopscope::gui {

// A source file as the code view shows it: lines without their ends, tabs made into spaces, bytes
// that are no characters made into U+FFFD, each line with its colours.
//
// Two ways to count meet here. A trace's columns count characters of the file from 1, a tab being
// one; what is shown is counted in bytes of the shown line from 0, as the spans are.
class SourceText {
 public:
  SourceText() : SourceText({}, Language::kJavaScript) {}
  SourceText(std::string_view bytes, Language language);

  // Lines count from 0 here. A line end at the end of the file begins no further line.
  size_t line_count() const { return m_lines.size(); }
  std::string_view line(size_t line) const { return m_lines[line].shown; }
  std::span<const Span> spans(size_t line) const { return m_lines[line].spans; }

  // Where the character of that column is shown; the end of the line for columns beyond it.
  size_t byte_of_column(size_t line, uint32_t column) const;
  // The column of the character shown at that byte, in a tab the tab's.
  uint32_t column_of_byte(size_t line, size_t byte) const;

  // So many lines from the first on belong to the directives: to the last of them, with the blank
  // lines after it. 0 where there are none.
  size_t directive_lines() const { return m_directive_lines; }

 private:
  // A tab, in bytes of the shown line.
  struct Tab {
    uint32_t begin = 0;
    uint32_t width = 0;
  };
  struct Line {
    std::string shown;
    std::vector<Span> spans;
    std::vector<Tab> tabs;
  };

  static size_t end_of_character(const Line& line, size_t byte);
  void add_line(std::string_view text, std::vector<Span> spans);

  std::vector<Line> m_lines;
  size_t m_directive_lines = 0;
};

}  // namespace loopscope::gui
