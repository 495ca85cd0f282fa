#include "gui/panels/console.h"

#include <cmath>

#include "core/trace/words.h"
#include "gui/widgets/controls.h"

namespace loopscope::gui {

void ConsolePanel::draw(Frame& frame, const Rect& rect, bool alone) {
  Ui& ui = frame.ui;
  const Rect inside = panel(ui, "console", rect, "Console");
  if (alone) draw_others(frame, {inside.x, rect.y + ui.px(8), inside.w, ui.px(22)});
  if (m_generation != frame.session.generation()) {
    m_rows = {};
    m_generation = frame.session.generation();
  }
  m_rows.extend(frame.trace(), frame.session.run().recording().landmarks().events(Stop::kConsole));
  const size_t count = m_rows.rows_before(frame.session.playback().position());
  if (count == 0) {
    draw_text(ui, ui.fonts().body, Rect{inside.x, inside.y, inside.w, ui.px(24)},
              ui.palette().faint, "Nothing printed yet.");
    m_rows_shown = 0;
    return;
  }
  begin_scroll("console.rows", inside);
  const float height = std::round(ui.fonts().mono->FontSize * 1.5F);
  const ImVec2 origin = ImGui::GetCursorScreenPos();
  ImGui::Dummy({inside.w - ui.px(14), static_cast<float>(count) * height});
  if (count != m_rows_shown)
    ImGui::SetScrollY(static_cast<float>(count) * height);  // follow the newest
  m_rows_shown = count;
  const auto first = static_cast<size_t>(std::max(0.0F, (inside.y - origin.y) / height));
  const size_t last = std::min(count, first + static_cast<size_t>(inside.h / height) + 2);
  for (size_t i = first; i < last; ++i)
    draw_row(frame,
             {origin.x, origin.y + static_cast<float>(i) * height, inside.w - ui.px(8), height},
             m_rows.rows()[i]);
  end_scroll();
}

// Asks whether it could also print something else.
void ConsolePanel::draw_others(Frame& frame, Rect rect) {
  Ui& ui = frame.ui;
  if (frame.session.is_trace_file()) return;
  const bool other = !frame.session.options().choices.empty();
  const std::string_view ask = "Other outputs?";
  if (button(ui, "console.outcomes", rect.take_right(button_width(ui, ask), ui.px(6)), ask,
             ButtonStyle::kQuiet))
    frame.commands.give(CommandId::kOutcomes);
  tooltip(ui, "What else real Node could print: every order it leaves open",
          keys_of(CommandId::kOutcomes));
  if (!other) return;
  const std::string_view back = "Usual order";
  if (button(ui, "console.usual", rect.take_right(button_width(ui, back), ui.px(6)), back,
             ButtonStyle::kQuiet))
    frame.commands.give(CommandId::kOpenOutcome, -1, "");
  tooltip(ui, "Back to the order the lesson shows");
}

void ConsolePanel::draw_row(Frame& frame, const Rect& rect, const ConsoleRow& row) {
  Ui& ui = frame.ui;
  const trace::TaskIndex index = frame.index().tasks().running({row.event});
  const std::string name = "console." + std::to_string(row.event) + "." + std::to_string(row.begin);
  const Interaction state = region(ui, name, rect);
  ImDrawList* list = ImGui::GetWindowDrawList();
  const bool newest = row.event + 1 == frame.session.playback().position();
  const bool selected = frame.session.selected_console == row.event;
  if (selected || newest || state.hovered)
    list->AddRectFilled(rect.min(), rect.max(),
                        selected || newest ? ui.palette().current_line : ui.palette().raised,
                        ui.px(4));
  Rect inside = rect.inset(ui.px(4), 0);
  const Rect bar = inside.take_left(ui.px(4), ui.px(8));
  if (index) {
    const trace::TaskLife& task = frame.index().tasks().at(index);
    const ImU32 colour = frame.colour_of(task.queue);
    list->AddRectFilled({bar.x, bar.y + ui.px(3)}, {bar.right(), bar.bottom() - ui.px(3)}, colour,
                        ui.px(2));
    const std::string_view label = trace::task_name(frame.trace(), task);
    const float width = std::min(text_width(ui.fonts().small, label), rect.w * 0.35F);
    draw_text(ui, ui.fonts().small, inside.take_right(width + 1, ui.px(8)), colour, label);
    tooltip(ui, "Printed by " + trace::task_text(frame.trace(), task), "Click: go there");
  }
  draw_text(ui, ui.fonts().mono, inside, row.error ? ui.palette().bad : ui.palette().text,
            ConsoleRows::text_of(frame.trace(), row));
  if (state.clicked) frame.commands.give(CommandId::kSelectConsole, row.event);
}

}  // namespace loopscope::gui
