#include "gui/panels/quiz.h"

#include <imgui_stdlib.h>

#include <algorithm>
#include <cmath>

#include "core/trace/words.h"
#include "gui/widgets/controls.h"

namespace loopscope::gui {

void QuizPanel::draw(Frame& frame, const AppState& state, const QuizRound& round,
                     const Rect& rect) {
  Ui& ui = frame.ui;
  Rect inside = panel(ui, "quiz", rect, "");
  inside = inside.inset(ui.px(8), ui.px(4));
  Rect head = inside.take_top(ui.px(30));
  const uint64_t solved = state.scores.solved_lessons();
  size_t asked = 0;
  for (const lesson::Chapter& chapter : state.catalog)
    for (const lesson::Lesson& each : chapter.lessons) asked += each.quiz ? 1 : 0;
  if (asked > 0) {
    const std::string score = std::to_string(solved) + " of " + std::to_string(asked) + " solved";
    const float width = draw_badge(ui, {head.right(), head.center().y}, ui.palette().good, score);
    head.take_right(width, ui.px(8));
  }
  draw_text(ui, ui.fonts().title, head, ui.palette().text, "In which order does it print?");
  if (!round.ready()) {
    draw_text(ui, ui.fonts().body, inside.take_top(ui.px(30)), ui.palette().dim,
              "Running the program …");
    ui.animate();
    return;
  }
  if (!round.usable()) {
    draw_paragraph(ui.fonts().body, inside.min(), inside.w, ui.palette().dim,
                   "This program prints too few or too many lines to ask for their order. "
                   "Explore it, or choose another under Scenarios.");
    return;
  }
  draw_text(ui, ui.fonts().body, inside.take_top(ui.px(24), ui.px(8)), ui.palette().dim,
            round.grade() ? "This is what you predicted:"
                          : "Drag the lines into the order you expect, or type their numbers.");
  draw_buttons(frame, round, inside.take_bottom(ui.px(36), ui.px(10)));
  begin_scroll("quiz.body", inside);
  const ImVec2 origin = ImGui::GetCursorScreenPos();
  Rect body{origin.x, origin.y, inside.w - ui.px(14), inside.h};
  float height = draw_lines(frame, round, body);
  if (round.grade())
    height += draw_verdict(frame, round, {body.x, body.y + height + ui.px(10)}, body.w) + ui.px(16);
  ImGui::SetCursorScreenPos(origin);
  ImGui::Dummy({body.w, height});
  end_scroll();
}

float QuizPanel::draw_lines(Frame& frame, const QuizRound& round, Rect rect) {
  const float height = frame.ui.px(36);
  const float step = height + frame.ui.px(6);
  const size_t count = round.answer().size();
  const Rect all{rect.x, rect.y, rect.w, step * static_cast<float>(count)};
  for (size_t place = 0; place < count; ++place) {
    const Rect row{rect.x, rect.y + step * static_cast<float>(place), rect.w, height};
    if (m_dragged != place) draw_line(frame, round, row, place, false);
  }
  if (m_dragged && *m_dragged < count) {
    const float y =
        std::clamp(ImGui::GetIO().MousePos.y - m_drag_offset, all.y, all.bottom() - height);
    draw_line(frame, round, {rect.x, y, rect.w, height}, *m_dragged, true);
    frame.ui.animate();
  }
  handle_drag(frame, round, all, step);
  return all.h;
}

void QuizPanel::draw_line(Frame& frame, const QuizRound& round, const Rect& rect, size_t place,
                          bool lifted) {
  Ui& ui = frame.ui;
  const lesson::QuizLine& line = round.quiz().lines[static_cast<size_t>(round.answer()[place])];
  const std::string name = "quiz.line." + std::to_string(place);
  const Interaction state = region(ui, name, rect, !round.grade());
  if (state.clicked && !round.grade()) {
    m_dragged = place;
    m_drag_offset = ImGui::GetIO().MousePos.y - rect.y;
  }
  ImDrawList* list = ImGui::GetWindowDrawList();
  const bool checked = round.grade().has_value();
  const bool right = checked && round.grade()->line_right[place];
  ImU32 edge = lifted ? ui.palette().accent : ui.palette().border;
  if (checked) edge = right ? ui.palette().good : ui.palette().bad;
  const ImU32 fill = checked                   ? mixed(ui.palette().raised, edge, 0.12F)
                     : state.hovered || lifted ? ui.palette().hovered
                                               : ui.palette().raised;
  list->AddRectFilled(rect.min(), rect.max(), fill, ui.px(7));
  list->AddRect(rect.min(), rect.max(), edge, ui.px(7), 0, ui.px(lifted ? 2 : 1));
  Rect inside = rect.inset(ui.px(10), 0);
  draw_text(ui, ui.fonts().bold, inside.take_left(ui.px(22), ui.px(4)), ui.palette().faint,
            std::to_string(round.number_of(round.answer()[place])), Fit::kMustFit);
  const Rect sign = inside.take_right(ui.px(18), ui.px(8));
  draw_icon(!checked ? Icon::kGrip
            : right  ? Icon::kCheck
                     : Icon::kCross,
            sign.center(), ui.px(16), checked ? edge : ui.palette().faint);
  if (checked) {
    const auto& truth = round.quiz().legal_orders[static_cast<size_t>(round.grade()->best_order)];
    const std::string_view actual = round.quiz().lines[static_cast<size_t>(truth[place])].text;
    if (!right) {
      const Rect half = inside.take_right(inside.w * 0.5F, ui.px(10));
      draw_text(ui, ui.fonts().mono, half, ui.palette().good, actual);
    }
  }
  draw_text(ui, ui.fonts().mono, inside, line.error_stream ? ui.palette().bad : ui.palette().text,
            line.text);
}

void QuizPanel::handle_drag(Frame& frame, const QuizRound& round, const Rect& rect, float step) {
  if (!m_dragged) return;
  const auto count = static_cast<float>(round.answer().size());
  const float centre = ImGui::GetIO().MousePos.y - m_drag_offset + step / 2 - rect.y;
  const auto target = static_cast<size_t>(std::clamp(std::floor(centre / step), 0.0F, count - 1));
  if (target != *m_dragged) {
    frame.commands.give(CommandId::kQuizMove, static_cast<int64_t>(*m_dragged * 1000 + target));
    m_dragged = target;
  }
  if (!ImGui::IsMouseDown(ImGuiMouseButton_Left)) m_dragged.reset();
}

float QuizPanel::draw_verdict(Frame& frame, const QuizRound& round, ImVec2 at, float width) {
  Ui& ui = frame.ui;
  const float top = at.y;
  const lesson::Grade& grade = *round.grade();
  const auto right = std::count(grade.line_right.begin(), grade.line_right.end(), true);
  const std::string verdict =
      grade.right ? "Right!"
                  : std::to_string(right) + " of " + std::to_string(grade.line_right.size()) +
                        " in place. At the right, in colour: what real Node prints there.";
  ui.place("quiz.verdict", {at.x, at.y, width, ui.px(20)});
  at.y += draw_paragraph(ui.fonts().bold, at, width,
                         grade.right ? ui.palette().good : ui.palette().bad, verdict) +
          ui.px(8);
  if (round.quiz().order_is_open)
    at.y += draw_paragraph(ui.fonts().body, at, width, ui.palette().warning,
                           "Real Node leaves this order open: " +
                               trace::count_text(round.quiz().legal_orders.size(), "order") +
                               " can happen, and each of them counts as right.") +
            ui.px(8);
  for (const std::string& text : round.explanations()) {
    ImGui::GetWindowDrawList()->AddCircleFilled({at.x + ui.px(4), at.y + ui.px(9)}, ui.px(3),
                                                ui.palette().accent);
    at.y +=
        draw_rich_paragraph(ui.fonts().body, ui.fonts().mono, {at.x + ui.px(16), at.y},
                            width - ui.px(16), ui.palette().text, ui.palette().queues[0], text) +
        ui.px(8);
  }
  return at.y - top;
}

void QuizPanel::draw_typing(Frame& frame, Rect rect) {
  Ui& ui = frame.ui;
  ui.place("quiz.typed", rect);
  ImGui::SetCursorScreenPos(rect.min());
  ImGui::SetNextItemWidth(rect.w);
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {ui.px(10), (rect.h - ImGui::GetFontSize()) / 2});
  const bool entered = ImGui::InputTextWithHint("##typed", "or type: 2 4 1", &m_typed,
                                                ImGuiInputTextFlags_EnterReturnsTrue);
  ImGui::PopStyleVar();
  if (ImGui::IsItemEdited()) frame.commands.give(CommandId::kQuizType, -1, m_typed);
  if (!entered) return;
  frame.commands.give(CommandId::kQuizCheck);
  m_typed.clear();
}

void QuizPanel::draw_buttons(Frame& frame, const QuizRound& round, Rect rect) {
  Ui& ui = frame.ui;
  if (!round.grade()) {
    const float width = std::min(ui.px(220), rect.w);
    if (button(ui, "quiz.check", rect.take_left(width, ui.px(8)), "Check my order",
               ButtonStyle::kPrimary))
      frame.commands.give(CommandId::kQuizCheck);
    draw_typing(frame, rect.take_left(ui.px(150), ui.px(8)));
  } else {
    const std::string_view watch = "Step through the truth";
    if (button(ui, "quiz.watch", rect.take_left(button_width(ui, watch), ui.px(8)), watch,
               ButtonStyle::kPrimary))
      frame.commands.give(CommandId::kQuizWatch);
    if (button(ui, "quiz.again", rect.take_left(button_width(ui, "Try again"), ui.px(8)),
               "Try again"))
      frame.commands.give(CommandId::kQuizAgain);
  }
  const std::string_view next = "Next quiz";
  if (button(ui, "quiz.next", rect.take_right(std::min(button_width(ui, next), rect.w)), next,
             round.grade() ? ButtonStyle::kPlain : ButtonStyle::kQuiet))
    frame.commands.give(CommandId::kNextQuiz);
}

}  // namespace loopscope::gui
