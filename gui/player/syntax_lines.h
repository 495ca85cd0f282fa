#pragma once

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "gui/player/syntax.h"
#include "gui/player/syntax_characters.h"

namespace loopscope::gui {

// Cuts what is found into lines.
class Lines {
 public:
  explicit Lines(std::string_view source) : m_source(source), m_lines(1) {
    m_lines.reserve(static_cast<size_t>(std::ranges::count(source, '\n')) + 1);
  }

  // Pieces come in ascending order. White space at the ends of a line is left out of them.
  void add(size_t from, size_t to, Style style) {
    while (from < to) {
      go_to(from);
      const size_t line_end =
          from + std::min(to - from, m_source.substr(from, to - from).find('\n'));
      size_t first = from;
      size_t last = line_end;
      while (first < last && is_space(m_source[first])) ++first;
      while (last > first && is_space(m_source[last - 1])) --last;
      if (first < last) {
        m_lines.back().push_back({static_cast<uint32_t>(first - m_line_start),
                                  static_cast<uint32_t>(last - first), style});
      }
      from = line_end + 1;
    }
  }

  std::vector<std::vector<Span>> take() {
    go_to(m_source.size());
    return std::move(m_lines);
  }

 private:
  void go_to(size_t place) {
    for (; m_seen < place; ++m_seen) {
      if (m_source[m_seen] != '\n') continue;
      m_lines.emplace_back();
      m_line_start = m_seen + 1;
    }
  }

  std::string_view m_source;
  std::vector<std::vector<Span>> m_lines;
  size_t m_seen = 0;
  size_t m_line_start = 0;
};

}  // namespace loopscope::gui
