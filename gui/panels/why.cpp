#include "gui/panels/why.h"

#include "core/trace/words.h"
#include "gui/widgets/controls.h"

namespace loopscope::gui {
namespace {

// The task the panel speaks of: the selected one, else the running one, else the last that ran.
trace::TaskIndex subject_of(Frame& frame) {
  if (frame.session.selected_task) return frame.session.selected_task;
  if (frame.session.execution().task) return frame.session.execution().task;
  const auto task = frame.session.run().recording().landmarks().previous(
      Stop::kTask, frame.session.playback().position() + 1);
  if (!task) return {};
  return frame.index().tasks().subject({*task - 1});
}

}  // namespace

void WhyPanel::explain(Frame& frame) {
  const trace::TaskIndex task = subject_of(frame);
  const std::optional<uint64_t> console = frame.session.selected_console;
  const uint64_t size = frame.session.run().recording().size();
  if (task == m_task && console == m_console && m_generation == frame.session.generation() &&
      size == m_size)
    return;
  m_task = task;
  m_console = console;
  m_generation = frame.session.generation();
  m_size = size;
  m_explanation = {};
  if (console)
    m_explanation = lesson::explain_console(frame.index(), {*console});
  else if (task)
    m_explanation = lesson::explain_task(frame.index(), task);
}

void WhyPanel::draw(Frame& frame, const Rect& rect) {
  Ui& ui = frame.ui;
  explain(frame);
  const bool pinned = static_cast<bool>(frame.session.selected_task);
  Rect inside = panel(ui, "why", rect, "");
  Rect head = inside.take_top(ui.px(22), ui.px(6));
  if (pinned) {
    const Rect place = head.take_right(button_width(ui, "Follow"), ui.px(6));
    if (button(ui, "why.follow", place, "Follow", ButtonStyle::kQuiet))
      frame.commands.give(CommandId::kSelectTask, -1);
    tooltip(ui, "Speak of what runs at the position again");
  }
  draw_text(ui, ui.fonts().bold, head, ui.palette().dim, "Why?", Fit::kMustFit);
  if (m_explanation.title.empty()) {
    draw_paragraph(
        ui.fonts().body, inside.min(), inside.w, ui.palette().faint,
        "Step on, or click a task or a console line, and this says why it runs when it does.");
    return;
  }
  begin_scroll("why.text", inside);
  const float width = inside.w - ui.px(14);
  ImVec2 at = ImGui::GetCursorScreenPos();
  const ImVec2 begin = at;
  const ImU32 colour =
      m_task ? frame.colour_of(frame.index().tasks().at(m_task).queue) : ui.palette().text;
  const auto rich = [&](ImFont* font, ImU32 text_colour, std::string_view text) {
    return draw_rich_paragraph(font,
                               font == ui.fonts().small ? ui.fonts().mono_small : ui.fonts().mono,
                               at, width, text_colour, ui.palette().queues[0], text);
  };
  at.y += rich(ui.fonts().bold, colour, m_explanation.title) + ui.px(6);
  at.y += rich(ui.fonts().body, ui.palette().text, m_explanation.why) + ui.px(10);
  at.y += rich(ui.fonts().small, ui.palette().dim, m_explanation.scheduled) + ui.px(6);
  at.y += rich(ui.fonts().small, ui.palette().dim, m_explanation.queue) + ui.px(10);
  at.y += draw_link(frame, at, "why.cause", "scheduled by", m_explanation.cause, width);
  at.y += draw_link(frame, at, "why.previous", "ran before it", m_explanation.previous, width);
  at.y += draw_link(frame, at, "why.next", "ran after it", m_explanation.next, width);
  ImGui::SetCursorScreenPos(begin);
  ImGui::Dummy({width, at.y - begin.y});
  end_scroll();
}

float WhyPanel::draw_link(Frame& frame, ImVec2 at, std::string_view name, std::string_view label,
                          const std::optional<trace::TaskIndex>& task, float width) {
  if (!task || !*task) return 0;
  Ui& ui = frame.ui;
  const trace::TaskLife& life = frame.index().tasks().at(*task);
  Rect row{at.x, at.y, width, ui.px(24)};
  const Interaction state = region(ui, name, row);
  if (state.hovered)
    ImGui::GetWindowDrawList()->AddRectFilled(row.min(), row.max(), ui.palette().hovered, ui.px(4));
  draw_text(ui, ui.fonts().small, row.take_left(ui.px(92), ui.px(6)), ui.palette().faint, label,
            Fit::kMustFit);
  const Rect dot = row.take_left(ui.px(8), ui.px(7));
  ImGui::GetWindowDrawList()->AddCircleFilled(dot.center(), ui.px(4), frame.colour_of(life.queue));
  const std::string place = short_place(frame, frame.trace().view(life.location));
  const std::string text =
      std::string(trace::task_name(frame.trace(), life)) + (place.empty() ? "" : " · " + place);
  draw_text(ui, ui.fonts().body, row, ui.palette().accent, text);
  if (state.clicked) frame.commands.give(CommandId::kSelectTask, task->value);
  return ui.px(25);
}

}  // namespace loopscope::gui
