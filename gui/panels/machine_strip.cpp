#include "gui/panels/machine_strip.h"

#include <algorithm>
#include <cmath>

#include "core/trace/words.h"
#include "gui/panels/delay_chart.h"
#include "gui/panels/load_bars.h"
#include "gui/panels/timeline_axis.h"
#include "gui/widgets/controls.h"
#include "gui/widgets/text.h"

namespace loopscope::gui {
namespace {

// With less room the strip is left out: the timeline has the same in its lanes.
constexpr float kLeastRoom = 330;

}  // namespace

void MachineStrip::renew(Frame& frame) {
  if (m_run.moves_to(frame.session)) {
    m_tracks = std::make_unique<MachineTracks>(frame.index());
  }
  m_tracks->extend();
}

void MachineStrip::draw(Frame& frame, Rect& rect) {
  Ui& ui = frame.ui;
  renew(frame);
  const size_t loads = m_tracks->cores().size() + m_tracks->threads().size();
  if (rect.h < ui.px(kLeastRoom) || loads == 0) return;
  const float row = ui.px(rect.h > ui.px(560) ? 34 : 26);
  const size_t columns = 2;
  const size_t rows = (m_tracks->cores().size() + columns - 1) / columns +
                      (m_tracks->threads().size() + columns - 1) / columns;
  const float delay_h = ui.px(44);
  const float height =
      std::min(delay_h + ui.px(6) + static_cast<float>(rows) * (row + ui.px(4)), rect.h * 0.45F);
  Rect strip = rect.take_bottom(height, ui.px(8));
  draw_delay(frame, strip.take_top(delay_h, ui.px(6)));
  const auto draw_all = [&](const std::vector<LoadTrack>& tracks, std::string_view word,
                            bool core) {
    for (size_t i = 0; i < tracks.size(); i += columns) {
      if (strip.h < row) return;
      Rect line = strip.take_top(row, ui.px(4));
      const float width = (line.w - ui.px(10)) / static_cast<float>(columns);
      for (size_t at = i; at < std::min(i + columns, tracks.size()); ++at)
        draw_load(frame, line.take_left(width, ui.px(10)), tracks[at],
                  std::string(word) + " " + std::to_string(at + 1), core);
    }
  };
  draw_all(m_tracks->cores(), "core", true);
  draw_all(m_tracks->threads(), "pool", false);
}

void MachineStrip::draw_delay(Frame& frame, Rect rect) {
  Ui& ui = frame.ui;
  Rect title = rect.take_left(ui.px(88), ui.px(4));
  const int64_t longest = m_tracks->longest_delay({}, m_tracks->now());
  draw_text(ui, ui.fonts().small, title.take_top(ui.px(17)), ui.palette().dim, "loop delay");
  draw_text(ui, ui.fonts().small, title.take_top(ui.px(17)), ui.palette().faint,
            "≤ " + trace::duration_text(longest));
  const View view = whole_view(first_ns(frame), static_cast<double>(m_tracks->now()), rect.w);
  draw_delay_chart(frame, rect, *m_tracks, {}, view, longest, m_shapes);
  draw_now(frame, rect);
  ui.place("threads.delay", rect);
}

void MachineStrip::draw_load(Frame& frame, Rect rect, const LoadTrack& track, std::string_view name,
                             bool is_core) {
  Ui& ui = frame.ui;
  const Palette& p = ui.palette();
  Rect title = rect.take_left(ui.px(88), ui.px(4));
  const int64_t from = static_cast<int64_t>(first_ns(frame));
  const int64_t to = std::max(frame.now().ns, from + 1);
  const double share = static_cast<double>(track.covered(from, to, m_tracks->now())) /
                       static_cast<double>(to - from);
  const std::string percent = std::to_string(std::lround(share * 100)) + " %";
  draw_text(ui, ui.fonts().small, title.take_right(ui.px(36), ui.px(4)), p.text, percent,
            Fit::kMayCut, Align::kRight);
  draw_text(ui, ui.fonts().small, title, p.dim, name);
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->AddRectFilled(rect.min(), rect.max(), p.background, ui.px(3));
  const View view = whole_view(first_ns(frame), static_cast<double>(m_tracks->now()), rect.w);
  prepare_load(track, view, m_tracks->now(), m_parts);
  draw_load_bars(frame, rect, m_parts, is_core);
  draw_now(frame, rect);
  ui.place("threads." + std::string(name), rect);
  if (ImGui::IsMouseHoveringRect(rect.min(), rect.max()) && ImGui::IsWindowHovered())
    show_tooltip(ui, std::string(name) + " was busy for " + percent + " of the time so far.");
}

void MachineStrip::draw_now(Frame& frame, const Rect& rect) {
  const View view = whole_view(first_ns(frame), static_cast<double>(m_tracks->now()), rect.w);
  const auto x =
      static_cast<float>((static_cast<double>(frame.now().ns) - view.start_ns) / view.ns_per_px);
  ImGui::GetWindowDrawList()->AddLine({rect.x + x, rect.y}, {rect.x + x, rect.bottom()},
                                      frame.palette().accent, frame.ui.px(1.5F));
}

}  // namespace loopscope::gui
