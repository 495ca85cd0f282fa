#include "gui/panels/timeline.h"

#include <imgui_stdlib.h>

#include <cmath>

#include "core/trace/words.h"
#include "gui/panels/timeline_axis.h"
#include "gui/widgets/controls.h"

namespace loopscope::gui {

void TimelinePanel::renew(Frame& frame) {
  if (m_lanes.renew(frame)) {
    m_search = std::make_unique<TaskSearch>(frame.index());
    m_search->look_for(m_search_text);
    if (m_session != &frame.session) m_window.show_all();
    m_session = &frame.session;
  }
  m_search->extend();
}

float TimelinePanel::wanted_height(const Ui& ui) const {
  if (m_session == nullptr) return 0;
  return m_lanes.wanted_height(ui) + ui.px(82);
}

void TimelinePanel::draw(Frame& frame, const Rect& rect) {
  Ui& ui = frame.ui;
  renew(frame);
  Rect inside = panel(ui, "timeline", rect, "");
  begin_scroll("timeline.content", rect,
               ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse);
  draw_head(frame, inside.take_top(ui.px(24), ui.px(4)));
  inside.take_left(LaneStack::gutter(ui));
  const Rect overview = inside.take_bottom(ui.px(16), ui.px(4));
  const double zero = first_ns(frame);
  m_window.lay_out(inside.w, static_cast<double>(m_lanes.model().end().ns) - zero);
  m_window.follow(frame.now().ns - static_cast<int64_t>(zero));
  m_window.handle_mouse(frame, "timeline.lanes", inside);
  const View view = m_window.view(zero);
  draw_axis(frame, inside, view);
  Rect lanes = inside;
  lanes.take_top(ui.px(18));
  m_lanes.draw(frame, lanes, view);
  ImGui::PushClipRect(inside.min(), inside.max(), true);
  draw_playhead(frame, inside, view);
  ImGui::PopClipRect();
  draw_overview(frame, overview);
  end_scroll();
}

void TimelinePanel::draw_head(Frame& frame, Rect rect) {
  Ui& ui = frame.ui;
  draw_text(ui, ui.fonts().bold, rect.take_left(ui.px(74), ui.px(6)), ui.palette().dim, "Timeline",
            Fit::kMustFit);
  const Rect fit_place = rect.take_right(ui.px(44), ui.px(6));
  if (button(ui, "timeline.fit", fit_place, "Fit", ButtonStyle::kQuiet)) m_window.show_all();
  tooltip(ui, "Show the whole run. The wheel zooms; Shift and the wheel moves.");
  draw_search(frame, rect.take_right(std::min(ui.px(260), rect.w), ui.px(10)));
  if (rect.w < ui.px(160)) return;
  const trace::TaskIndex task =
      frame.session.selected_task ? frame.session.selected_task : frame.session.execution().task;
  if (!task) return;
  const trace::TaskLife& life = frame.index().tasks().at(task);
  std::string text(trace::task_name(frame.trace(), life));
  const std::string place = short_place(frame, frame.trace().view(life.location));
  if (!place.empty()) text += " · " + place;
  text += " · CPU " + trace::duration_text(life.cpu_ns);
  draw_text(ui, ui.fonts().small, rect, ui.palette().dim, text);
}

void TimelinePanel::draw_search(Frame& frame, const Rect& rect) {
  Ui& ui = frame.ui;
  Rect rest = rect;
  const Rect back = rest.take_right(ui.px(22));
  const Rect forward = rest.take_right(ui.px(22), ui.px(2));
  ui.place("timeline.search", rest);
  ImGui::SetCursorScreenPos(rest.min());
  ImGui::SetNextItemWidth(rest.w);
  ImGui::PushFont(ui.fonts().small);
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding,
                      {ui.px(8), (rest.h - ui.fonts().small->FontSize) / 2});
  if (std::exchange(m_focus_search, false)) ImGui::SetKeyboardFocusHere();
  const bool entered = ImGui::InputTextWithHint(
      "##search", "Search tasks and output", &m_search_text, ImGuiInputTextFlags_EnterReturnsTrue);
  if (ImGui::IsItemEdited()) m_search->look_for(m_search_text);
  ImGui::PopStyleVar();
  ImGui::PopFont();
  const StepIndex at{std::max<uint64_t>(frame.session.playback().position(), 1) - 1};
  std::optional<StepIndex> found;
  if (icon_button(ui, "search.next", forward, Icon::kDown, "Next match", "Enter",
                  !m_search_text.empty()) ||
      entered)
    found = m_search->next(at);
  if (icon_button(ui, "search.previous", back, Icon::kUp, "Previous match", {},
                  !m_search_text.empty()))
    found = m_search->previous(at);
  if (found) frame.commands.give(CommandId::kSeek, static_cast<int64_t>(found->value + 1));
}

void TimelinePanel::draw_overview(Frame& frame, const Rect& rect) {
  Ui& ui = frame.ui;
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->AddRectFilled(rect.min(), rect.max(), ui.palette().background, ui.px(4));
  const double zero = first_ns(frame);
  const double length = std::max(static_cast<double>(m_lanes.model().end().ns), 1.0);
  const auto buckets = static_cast<size_t>(std::max(rect.w / ui.px(2), 1.0F));
  const std::vector<uint32_t> density = m_lanes.model().density(buckets);
  uint32_t most = 1;
  for (const uint32_t events : density) most = std::max(most, events);
  for (size_t i = 0; i < density.size(); ++i) {
    if (density[i] == 0) continue;
    const float share =
        std::log1p(static_cast<float>(density[i])) / std::log1p(static_cast<float>(most));
    const float x = rect.x + ui.px(2) * static_cast<float>(i);
    list->AddRectFilled({x, rect.bottom() - rect.h * std::max(share, 0.15F)},
                        {x + ui.px(2), rect.bottom()}, ui.palette().faint);
  }
  const double per_px = (length - zero) / static_cast<double>(rect.w);
  const auto x_in = [&](double ns) {
    return rect.x + std::clamp(static_cast<float>((ns - zero) / per_px), 0.0F, rect.w);
  };
  const View view = m_window.view(zero);
  const float left = x_in(view.start_ns);
  const float right = x_in(view.start_ns + view.ns_per_px * static_cast<double>(view.width_px));
  list->AddRectFilled({left, rect.y}, {right, rect.bottom()}, faded(ui.palette().accent, 0.16F));
  list->AddRect({left, rect.y}, {right, rect.bottom()}, faded(ui.palette().accent, 0.7F), ui.px(3));
  const float now = x_in(static_cast<double>(frame.now().ns));
  list->AddLine({now, rect.y}, {now, rect.bottom()}, ui.palette().accent, ui.px(2));
  const Interaction state = region(ui, "timeline.overview", rect);
  tooltip(ui, "The whole run. Click or drag to look there.");
  if (!state.held) return;
  m_window.center(static_cast<double>(ImGui::GetIO().MousePos.x - rect.x) * per_px,
                  frame.now().ns - static_cast<int64_t>(zero));
}

}  // namespace loopscope::gui
