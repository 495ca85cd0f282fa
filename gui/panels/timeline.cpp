#include "gui/panels/timeline.h"

#include <imgui_stdlib.h>

#include <array>
#include <cmath>
#include <cstdio>

#include "core/trace/words.h"
#include "gui/widgets/controls.h"

namespace loopscope::gui {
namespace {

constexpr double kNsPerPxMin = 0.05;
constexpr double kNsPerPxMax = 1e9;

// A round length of time of which a few fit into the width.
double tick_length(double ns_per_px, double wanted_px) {
  const double raw = ns_per_px * wanted_px;
  const double power = std::pow(10.0, std::floor(std::log10(raw)));
  for (const double factor : {1.0, 2.0, 5.0})
    if (factor * power >= raw) return factor * power;
  return 10 * power;
}

std::string tick_text(double ns, double length) {
  std::array<char, 48> text{};
  if (length >= 1e9)
    std::snprintf(text.data(), text.size(), "%.0f s", ns / 1e9);
  else if (length >= 1e6)
    std::snprintf(text.data(), text.size(), "%.0f ms", ns / 1e6);
  else if (length >= 1e3)
    std::snprintf(text.data(), text.size(), "%.3f ms", ns / 1e6);
  else
    std::snprintf(text.data(), text.size(), "%.6g µs", ns / 1e3);
  return text.data();
}

ImU32 mark_colour(const Palette& p, MarkKind kind) {
  switch (kind) {
    case MarkKind::kConsoleOut:
      return p.text;
    case MarkKind::kExit:
      return p.dim;
    default:
      return p.bad;
  }
}

double first_ns(Frame& frame) {
  const auto& events = frame.trace().events;
  return events.empty() ? 0 : static_cast<double>(events.front().time.ns);
}

}  // namespace

void TimelinePanel::renew(Frame& frame) {
  if (m_generation != frame.session.generation() || m_session != &frame.session) {
    const bool same_session = m_session == &frame.session;
    m_generation = frame.session.generation();
    m_session = &frame.session;
    m_model = std::make_unique<TimelineModel>(frame.index());
    m_search = std::make_unique<TaskSearch>(frame.index());
    m_search->look_for(m_search_text);
    if (!same_session) m_fitted = true;
  }
  m_model->extend();
  m_search->extend();
}

void TimelinePanel::fit(Frame& frame, float width) {
  const double start = first_ns(frame);
  const double length = std::max(static_cast<double>(m_model->end().ns) - start, 1000.0);
  m_view.ns_per_px = length * 1.04 / static_cast<double>(width);
  m_view.start_ns = start - length * 0.02;
}

// Keeps the position in sight while it moves.
void TimelinePanel::follow(Frame& frame, float width) {
  const int64_t now = frame.now().ns;
  if (now == m_followed_ns) return;
  m_followed_ns = now;
  const double x = x_of(static_cast<double>(now));
  if (x >= 0 && x <= static_cast<double>(width)) return;
  m_view.start_ns = static_cast<double>(now) - m_view.ns_per_px * static_cast<double>(width) * 0.3;
}

void TimelinePanel::zoom(double factor, double at_px) {
  const double fixed = ns_at(at_px);
  m_view.ns_per_px = std::clamp(m_view.ns_per_px * factor, kNsPerPxMin, kNsPerPxMax);
  m_view.start_ns = fixed - at_px * m_view.ns_per_px;
  m_fitted = false;
}

void TimelinePanel::draw(Frame& frame, const Rect& rect) {
  Ui& ui = frame.ui;
  renew(frame);
  Rect inside = panel(ui, "timeline", rect, "");
  begin_scroll("timeline.content", rect,
               ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse);
  draw_head(frame, inside.take_top(ui.px(24), ui.px(4)));
  const Rect overview = inside.take_bottom(ui.px(16), ui.px(4));
  m_view.width_px = inside.w;
  if (m_fitted) fit(frame, inside.w);
  follow(frame, inside.w);
  handle_mouse(frame, inside);
  draw_axis(frame, inside);
  ImGui::PushClipRect(inside.min(), inside.max(), true);
  Rect lanes = inside;
  lanes.take_top(ui.px(18));
  draw_lanes(frame, lanes);
  draw_playhead(frame, inside);
  ImGui::PopClipRect();
  draw_overview(frame, overview);
  end_scroll();
}

void TimelinePanel::draw_head(Frame& frame, Rect rect) {
  Ui& ui = frame.ui;
  draw_text(ui, ui.fonts().bold, rect.take_left(ui.px(74), ui.px(6)), ui.palette().dim, "Timeline",
            Fit::kMustFit);
  const Rect fit_place = rect.take_right(ui.px(44), ui.px(6));
  if (button(ui, "timeline.fit", fit_place, "Fit", ButtonStyle::kQuiet)) m_fitted = true;
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

void TimelinePanel::draw_axis(Frame& frame, const Rect& rect) {
  Ui& ui = frame.ui;
  const double zero = first_ns(frame);
  const double length = tick_length(m_view.ns_per_px, static_cast<double>(ui.px(110)));
  ImDrawList* list = ImGui::GetWindowDrawList();
  const double from = std::ceil((m_view.start_ns - zero) / length) * length;
  for (int i = 0; i < 200; ++i) {
    const double ns = from + length * i;
    const auto x = static_cast<float>(x_of(ns + zero));
    if (x > rect.w) break;
    list->AddLine({rect.x + x, rect.y + ui.px(16)}, {rect.x + x, rect.bottom()},
                  faded(ui.palette().border, 0.7F));
    const std::string text = tick_text(ns, length);
    const Rect place{rect.x + x - ui.px(50), rect.y, ui.px(100), ui.px(15)};
    if (x > ui.px(20) && x < rect.w - ui.px(30))
      draw_text(ui, ui.fonts().small, place, ui.palette().faint, text, Fit::kMustFit,
                Align::kCenter);
  }
}

void TimelinePanel::draw_lanes(Frame& frame, const Rect& rect) {
  m_model->prepare(m_view, m_lanes);
  const float height =
      std::min(rect.h / static_cast<float>(std::max<size_t>(m_lanes.size(), 1)), frame.ui.px(80));
  Rect rest = rect;
  for (const LaneLayout& lane : m_lanes) draw_lane(frame, rest.take_top(height), lane);
  draw_arrows(frame, rect, height);
}

void TimelinePanel::draw_lane(Frame& frame, const Rect& rect, const LaneLayout& lane) {
  Ui& ui = frame.ui;
  ImDrawList* list = ImGui::GetWindowDrawList();
  const float phases_h = ui.px(5);
  const float bar_h = std::clamp(rect.h - ui.px(24), ui.px(8), ui.px(30));
  const float y = rect.y + ui.px(12);
  for (const WaitSpan& wait : lane.waits)
    list->AddRectFilled({rect.x + wait.x0, y + bar_h + ui.px(3)},
                        {rect.x + wait.x1, y + bar_h + ui.px(3) + phases_h},
                        faded(ui.palette().faint, 0.35F));
  for (const PhaseSpan& phase : lane.phases) {
    constexpr std::array kQueues = {trace::Queue::timers, trace::Queue::pending,
                                    trace::Queue::poll,   trace::Queue::poll,
                                    trace::Queue::check,  trace::Queue::closing};
    list->AddRectFilled(
        {rect.x + phase.x0, y + bar_h + ui.px(3)},
        {rect.x + std::max(phase.x1, phase.x0 + 1), y + bar_h + ui.px(3) + phases_h},
        faded(frame.colour_of(kQueues[static_cast<size_t>(phase.phase)]), 0.75F));
  }
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  for (const Bar& bar : lane.bars) {
    const float depth_h = bar_h / static_cast<float>(1 + bar.depth);
    const Rect place{rect.x + bar.x0, y + bar_h - depth_h, std::max(bar.x1 - bar.x0, ui.px(2)),
                     depth_h};
    const bool selected = frame.session.selected_task == bar.task;
    list->AddRectFilled(place.min(), place.max(),
                        faded(frame.colour_of(bar.queue), bar.count > 1 ? 0.75F : 1.0F),
                        place.w > 6 ? ui.px(3) : 0);
    if (selected) list->AddRect(place.min(), place.max(), ui.palette().text, ui.px(3), 0, ui.px(2));
    if (bar.count == 1 && place.w > ui.px(34)) {
      const trace::TaskLife& task = frame.index().tasks().at(bar.task);
      draw_text(ui, ui.fonts().small, place.inset(ui.px(5), 0),
                ui.palette().dark ? ui.palette().background : ui.palette().panel,
                trace::task_name(frame.trace(), task));
    }
    if (mouse.x < place.x || mouse.x >= place.right() || mouse.y < place.y ||
        mouse.y >= place.bottom() || !ImGui::IsWindowHovered())
      continue;
    const trace::TaskLife& task = frame.index().tasks().at(bar.task);
    const std::string text =
        bar.count > 1
            ? std::to_string(bar.count) + " tasks: zoom in to see them"
            : trace::task_text(frame.trace(), task) + "\nCPU " + trace::duration_text(task.cpu_ns);
    show_tooltip(ui, text);
    if (ImGui::IsMouseReleased(ImGuiMouseButton_Left) && bar.count == 1)
      frame.commands.give(CommandId::kSelectTask, bar.task.value);
  }
  draw_marks(frame, rect, lane);
}

void TimelinePanel::draw_marks(Frame& frame, const Rect& rect, const LaneLayout& lane) {
  Ui& ui = frame.ui;
  const float r = ui.px(3);
  for (const Mark& mark : lane.marks) {
    const ImVec2 at{rect.x + mark.x, rect.y + ui.px(6)};
    ImGui::GetWindowDrawList()->AddTriangleFilled({at.x - r, at.y - r}, {at.x + r, at.y - r},
                                                  {at.x, at.y + r},
                                                  mark_colour(ui.palette(), mark.kind));
  }
}

void TimelinePanel::draw_arrows(Frame& frame, const Rect& rect, float lane_height) {
  const trace::TaskIndex task =
      frame.session.selected_task ? frame.session.selected_task : frame.session.execution().task;
  if (!task) return;
  Ui& ui = frame.ui;
  ImDrawList* list = ImGui::GetWindowDrawList();
  for (const Arrow& arrow : m_model->arrows(task, m_view, 12)) {
    const float y0 = rect.y + lane_height * static_cast<float>(arrow.lane0) + ui.px(12);
    const float y1 = rect.y + lane_height * static_cast<float>(arrow.lane1) + ui.px(12);
    const ImVec2 from{rect.x + arrow.x0, y0};
    const ImVec2 to{rect.x + arrow.x1, y1};
    const float lift = std::min(ui.px(16), std::abs(to.x - from.x) * 0.4F);
    const ImU32 colour = faded(ui.palette().warning, 0.9F);
    list->AddBezierCubic(from, {from.x, from.y - lift}, {to.x, to.y - lift}, to, colour,
                         ui.px(1.5F));
    list->AddTriangleFilled(to, {to.x - ui.px(3.5F), to.y - ui.px(6)},
                            {to.x + ui.px(3.5F), to.y - ui.px(6)}, colour);
  }
}

void TimelinePanel::draw_playhead(Frame& frame, const Rect& rect) {
  const auto x = static_cast<float>(x_of(static_cast<double>(frame.now().ns)));
  if (x < 0 || x > rect.w) return;
  ImDrawList* list = ImGui::GetWindowDrawList();
  const ImU32 colour = frame.palette().accent;
  list->AddLine({rect.x + x, rect.y}, {rect.x + x, rect.bottom()}, colour, frame.ui.px(2));
  const float r = frame.ui.px(5);
  list->AddTriangleFilled({rect.x + x - r, rect.y}, {rect.x + x + r, rect.y},
                          {rect.x + x, rect.y + r * 1.4F}, colour);
}

void TimelinePanel::handle_mouse(Frame& frame, const Rect& rect) {
  ImGuiIO& io = ImGui::GetIO();
  const Interaction state = region(frame.ui, "timeline.lanes", rect);
  ImGui::SetItemAllowOverlap();
  const double mouse_x = static_cast<double>(io.MousePos.x - rect.x);
  if (state.held) {
    frame.commands.give(CommandId::kSeekTime,
                        static_cast<int64_t>(ns_at(mouse_x) - first_ns(frame)));
    m_followed_ns = -1;
  }
  if (!state.hovered) return;
  if (io.MouseWheel != 0 && !io.KeyShift)
    zoom(std::pow(0.8, static_cast<double>(io.MouseWheel)), mouse_x);
  const float sideways = io.MouseWheelH + (io.KeyShift ? io.MouseWheel : 0);
  if (sideways != 0) {
    m_view.start_ns -= static_cast<double>(sideways) * 60 * m_view.ns_per_px;
    m_fitted = false;
  }
  if (ImGui::IsMouseDragging(ImGuiMouseButton_Right)) {
    m_view.start_ns -= static_cast<double>(io.MouseDelta.x) * m_view.ns_per_px;
    m_fitted = false;
  }
}

void TimelinePanel::draw_overview(Frame& frame, const Rect& rect) {
  Ui& ui = frame.ui;
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->AddRectFilled(rect.min(), rect.max(), ui.palette().background, ui.px(4));
  const double zero = first_ns(frame);
  const double length = std::max(static_cast<double>(m_model->end().ns), 1.0);
  const auto buckets = static_cast<size_t>(std::max(rect.w / ui.px(2), 1.0F));
  const std::vector<uint32_t> density = m_model->density(buckets);
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
  const float left = x_in(m_view.start_ns);
  const float right = x_in(ns_at(static_cast<double>(m_view.width_px)));
  list->AddRectFilled({left, rect.y}, {right, rect.bottom()}, faded(ui.palette().accent, 0.16F));
  list->AddRect({left, rect.y}, {right, rect.bottom()}, faded(ui.palette().accent, 0.7F), ui.px(3));
  const float now = x_in(static_cast<double>(frame.now().ns));
  list->AddLine({now, rect.y}, {now, rect.bottom()}, ui.palette().accent, ui.px(2));
  const Interaction state = region(ui, "timeline.overview", rect);
  tooltip(ui, "The whole run. Click or drag to look there.");
  if (!state.held) return;
  const double ns = zero + static_cast<double>(ImGui::GetIO().MousePos.x - rect.x) * per_px;
  m_view.start_ns = ns - m_view.ns_per_px * static_cast<double>(m_view.width_px) / 2;
  m_fitted = false;
  m_followed_ns = frame.now().ns;
}

}  // namespace loopscope::gui
