#include "gui/widgets/code_view.h"

#include <cmath>
#include <string>

#include "gui/widgets/controls.h"

namespace loopscope::gui {
namespace {

struct Geometry {
  ImFont* font = nullptr;
  float line_height = 0;
  float gutter = 0;
  float character = 0;
};

Geometry geometry_of(const Ui& ui, ImFont* font, size_t lines) {
  const float character = text_width(font, "0");
  const auto digits = static_cast<float>(std::to_string(lines).size());
  return {font, std::round(font->FontSize * 1.42F), ui.px(26) + std::max(digits, 2.0F) * character,
          character};
}

void draw_marks(Ui& ui, const Rect& row, const Geometry& g, const LineMarks& marks) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  const Palette& p = ui.palette();
  if (marks.error) list->AddRectFilled(row.min(), row.max(), faded(p.bad, 0.18F));
  if (marks.cause) {
    list->AddRectFilled(row.min(), row.max(), faded(p.warning, 0.10F));
    list->AddRectFilled({row.x + g.gutter - ui.px(5), row.y},
                        {row.x + g.gutter - ui.px(2), row.bottom()}, p.warning);
  }
  if (marks.current) {
    list->AddRectFilled(row.min(), row.max(), p.current_line);
    list->AddRectFilled({row.x + g.gutter - ui.px(5), row.y},
                        {row.x + g.gutter - ui.px(2), row.bottom()}, p.accent);
  }
  if (marks.breakpoint) list->AddCircleFilled({row.x + ui.px(8), row.center().y}, ui.px(5), p.bad);
}

void draw_number(Ui& ui, const Rect& row, const Geometry& g, uint32_t line, bool current) {
  Rect place{row.x + ui.px(14), row.y, g.gutter - ui.px(24), row.h};
  draw_text(ui, g.font, place, current ? ui.palette().text : ui.palette().faint,
            std::to_string(line), Fit::kMayCut, Align::kRight);
}

void draw_caret(Ui& ui, const Rect& row, const Geometry& g, const SourceText& text, size_t line,
                uint32_t column) {
  const size_t byte = text.byte_of_column(line, column);
  const std::string_view before = text.line(line).substr(0, byte);
  const float x = row.x + g.gutter + text_width(g.font, before);
  ImGui::GetWindowDrawList()->AddTriangleFilled({x, row.bottom()}, {x + g.character, row.bottom()},
                                                {x + g.character / 2, row.bottom() - ui.px(4)},
                                                ui.palette().accent);
}

float widest(const SourceText& text, size_t hidden, float character) {
  size_t bytes = 0;
  for (size_t i = hidden; i < text.line_count(); ++i) bytes = std::max(bytes, text.line(i).size());
  return static_cast<float>(bytes) * character;
}

}  // namespace

void draw_code_line(Ui& ui, ImFont* font, ImVec2 position, const SourceText& text, size_t line) {
  const std::string_view whole = text.line(line);
  const float y = position.y;
  uint32_t end = 0;
  float x = position.x;
  for (const Span& span : text.spans(line)) {
    x += text_width(font, whole.substr(end, span.column - end));
    const std::string_view piece = whole.substr(span.column, span.length);
    x += draw_text_at(font, {x, y}, ui.palette().syntax[static_cast<size_t>(span.style)], piece);
    end = span.column + span.length;
  }
}

CodeViewOutput code_view(Ui& ui, std::string_view name, ImFont* font, const Rect& rect,
                         const SourceText& text, const CodeViewInput& input) {
  CodeViewOutput output;
  const Geometry g = geometry_of(ui, font, text.line_count());
  begin_scroll(name, rect, ImGuiWindowFlags_HorizontalScrollbar);
  const size_t hidden = std::min(input.hidden_lines, text.line_count());
  const auto shown = static_cast<float>(text.line_count() - hidden);
  const ImVec2 origin = ImGui::GetCursorScreenPos();
  const float width = std::max(rect.w, g.gutter + widest(text, hidden, g.character) + ui.px(16));
  ImGui::Dummy({width, shown * g.line_height + ui.px(6)});
  if (input.scroll_to && *input.scroll_to > hidden) {
    const float y = static_cast<float>(*input.scroll_to - 1 - hidden) * g.line_height;
    const float top = ImGui::GetScrollY();
    if (y < top + g.line_height || y > top + rect.h - 2 * g.line_height)
      ImGui::SetScrollY(std::max(0.0F, y - rect.h * 0.4F));
  }
  const auto first = static_cast<size_t>(std::max(0.0F, (rect.y - origin.y) / g.line_height));
  const auto last =
      std::min(text.line_count() - hidden,
               static_cast<size_t>(std::max(0.0F, (rect.bottom() - origin.y) / g.line_height)) + 1);
  const bool window_hovered = ImGui::IsWindowHovered();
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  for (size_t i = first; i < last; ++i) {
    const size_t line = i + hidden;
    const auto number = static_cast<uint32_t>(line + 1);
    const Rect row{origin.x, origin.y + static_cast<float>(i) * g.line_height, width,
                   g.line_height};
    ui.place("line." + std::to_string(number), row);
    const LineMarks marks = input.marks(number);
    draw_marks(ui, row, g, marks);
    draw_number(ui, row, g, number, marks.current);
    draw_code_line(ui, font, {row.x + g.gutter, row.y + (row.h - font->FontSize) / 2}, text, line);
    if (marks.current && input.current_column > 0)
      draw_caret(ui, row, g, text, line, input.current_column);
    if (!window_hovered || mouse.y < row.y || mouse.y >= row.bottom()) continue;
    const bool in_gutter = mouse.x < rect.x + g.gutter;
    output.line_hovered = number;
    if (in_gutter && !marks.breakpoint)
      ImGui::GetWindowDrawList()->AddCircleFilled({row.x + ui.px(8), row.center().y}, ui.px(5),
                                                  faded(ui.palette().bad, 0.4F));
    if (!ImGui::IsMouseClicked(ImGuiMouseButton_Left)) continue;
    (in_gutter ? output.gutter_clicked : output.line_clicked) = number;
  }
  end_scroll();
  return output;
}

}  // namespace loopscope::gui
