#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>

#include "gui/player/source_text.h"
#include "gui/widgets/ui.h"

namespace loopscope::gui {

// What a line of code is marked with.
struct LineMarks {
  bool current = false;  // execution is here
  bool cause = false;    // what runs now was scheduled here
  bool breakpoint = false;
  bool error = false;
};

struct CodeViewInput {
  std::function<LineMarks(uint32_t line)> marks;  // lines count from 1
  uint32_t current_column = 0;                    // of the current line; 0: none
  std::optional<uint32_t> scroll_to;              // bring this line into view
  size_t hidden_lines = 0;                        // at the top, not shown
};

struct CodeViewOutput {
  std::optional<uint32_t> gutter_clicked;  // the line
  std::optional<uint32_t> line_clicked;
  std::optional<uint32_t> line_hovered;
};

// A source file with line numbers, colours and marks. Draws only the lines that can be seen.
CodeViewOutput code_view(Ui& ui, std::string_view name, ImFont* font, const Rect& rect,
                         const SourceText& text, const CodeViewInput& input);

// A line's coloured spans at the place.
void draw_code_line(Ui& ui, ImFont* font, ImVec2 position, const SourceText& text, size_t line);

}  // namespace loopscope::gui
