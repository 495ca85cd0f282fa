#include "gui/panels/stacked_runs.h"

#include <algorithm>
#include <cmath>

#include "core/trace/words.h"
#include "gui/panels/timeline_axis.h"
#include "gui/player/location.h"
#include "gui/widgets/controls.h"
#include "gui/widgets/text.h"

namespace loopscope::gui {
namespace {

// A loop that does not look for longer keeps somebody waiting.
constexpr int64_t kWaiting = 5'000'000;
constexpr int64_t kFelt = 50'000'000;
constexpr size_t kMostLines = 12;

double length_of(const Frame& frame) {
  const auto& events = frame.trace().events;
  return events.empty() ? 0 : static_cast<double>(events.back().time.ns - events.front().time.ns);
}

// Lines printed up to the moment shown, the newest last, at most so many.
std::vector<std::string_view> last_lines(Frame& frame, size_t most) {
  std::vector<std::string_view> lines;
  const auto& events = frame.trace().events;
  for (uint64_t step = frame.session.playback().position(); step > 0 && lines.size() < most;
       --step) {
    const trace::Event& event = events[step - 1];
    if (!trace::is<trace::Console>(event)) continue;
    std::string_view text = frame.trace().view(trace::unpack<trace::Console>(event).text);
    while (!text.empty() && text.back() == '\n') text.remove_suffix(1);
    const size_t line_end = text.rfind('\n');
    lines.insert(lines.begin(),
                 line_end == std::string_view::npos ? text : text.substr(line_end + 1));
  }
  return lines;
}

}  // namespace

void StackedRuns::draw(std::span<Frame> frames, const ComparePreset& preset, Rect rect) {
  Ui& ui = frames.front().ui;
  m_lanes.resize(frames.size());
  m_loads.resize(frames.size());
  double length = 0;
  int64_t scale = 1;
  int64_t now = 0;
  for (size_t i = 0; i < frames.size(); ++i) {
    m_lanes[i].renew(frames[i]);
    length = std::max(length, length_of(frames[i]));
    scale = std::max(scale, m_lanes[i].longest_delay());
    now = std::max(now, frames[i].now().ns - static_cast<int64_t>(first_ns(frames[i])));
  }
  const float gap = ui.px(8);
  const float aside = std::clamp(rect.w * 0.25F, ui.px(260), ui.px(460));
  const float width = rect.w - aside - LaneStack::gutter(ui) - ui.px(38);
  m_window.lay_out(width, length);
  m_window.follow(now);
  const float height =
      (rect.h - gap * static_cast<float>(frames.size() - 1)) / static_cast<float>(frames.size());
  for (size_t i = 0; i < frames.size(); ++i) {
    const std::string name = "run." + std::to_string(i);
    const Rect place = rect.take_top(height, gap);
    panel(ui, name, place, "");
    Rect inside = place.inset(ui.px(12), ui.px(8));
    begin_scroll(name, place, ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse);
    draw_verdict(frames[i], i, preset, inside.take_left(aside, ui.px(14)));
    draw_row(frames[i], i, preset.runs[i], inside, m_window.view(first_ns(frames[i])), scale);
    end_scroll();
  }
}

void StackedRuns::draw_row(Frame& frame, size_t row, const CompareRun&, Rect rect, const View& view,
                           int64_t delay_scale_ns) {
  Ui& ui = frame.ui;
  rect.take_left(LaneStack::gutter(ui));
  rect.w = view.width_px;
  m_window.handle_mouse(frame, "run.lanes." + std::to_string(row), rect);
  draw_axis(frame, rect, view);
  Rect lanes = rect;
  lanes.take_top(ui.px(18));
  m_lanes[row].draw(frame, lanes, view, delay_scale_ns, false);
  ImGui::PushClipRect(rect.min(), rect.max(), true);
  draw_playhead(frame, rect, view);
  ImGui::PopClipRect();
}

// What the run is, and what it does to whoever waits.
void StackedRuns::draw_verdict(Frame& frame, size_t row, const ComparePreset& preset, Rect rect) {
  Ui& ui = frame.ui;
  const Palette& p = ui.palette();
  draw_text(ui, ui.fonts().title, rect.take_top(ui.px(26)), p.text, preset.runs[row].name);
  draw_text(ui, ui.fonts().small, rect.take_top(ui.px(18), ui.px(6)), p.faint,
            frame.session.file().filename().string());
  const auto& loads = m_loads[row].rows(frame);
  if (preset.serves && !loads.empty())
    draw_service(frame, row, loads.front(), rect);
  else
    draw_delay(frame, row, rect);
  draw_output(frame, rect);
}

// What its visitors got.
void StackedRuns::draw_service(Frame& frame, size_t row, const LoadRow& load, Rect& rect) {
  Ui& ui = frame.ui;
  const Palette& p = ui.palette();
  constexpr int kMedian = 500;
  constexpr int kSlowest = 990;
  const int64_t p99 = load.latency.percentile_ns(kSlowest);
  Rect figure = rect.take_top(ui.px(24), ui.px(2));
  const std::string slow = load.latency.count() == 0 ? "–" : trace::duration_text(p99);
  draw_text(ui, ui.fonts().title,
            figure.take_left(text_width(ui.fonts().title, slow) + ui.px(2), ui.px(8)),
            p99 > 5 * kFelt ? p.bad
            : p99 > kFelt   ? p.warning
                            : p.good,
            slow);
  draw_text(ui, ui.fonts().small, figure, p.dim, "at most, for 99 of 100 visitors");
  const std::string text =
      std::to_string(load.answered) + " of " + std::to_string(load.sent) +
      " answered, half within " +
      (load.latency.count() == 0 ? "–" : trace::duration_text(load.latency.percentile_ns(kMedian)));
  draw_text(ui, ui.fonts().small, rect.take_top(ui.px(17), ui.px(1)), p.dim, text);
  const std::string failed =
      load.failed == 0 ? "none failed" : std::to_string(load.failed) + " failed";
  draw_text(ui, ui.fonts().bold, rect.take_top(ui.px(18), ui.px(6)),
            load.failed == 0 ? p.good : p.bad, failed);
  ui.say("run." + std::to_string(row), slow + "; " + text + "; " + failed);
}

// How long whoever asks waits for the loop.
void StackedRuns::draw_delay(Frame& frame, size_t row, Rect& rect) {
  Ui& ui = frame.ui;
  const Palette& p = ui.palette();
  const MachineTracks& tracks = m_lanes[row].tracks();
  const int64_t begin = static_cast<int64_t>(first_ns(frame));
  const int64_t now = std::max(frame.now().ns, begin + 1);
  const int64_t longest = tracks.longest_delay({}, now);
  const int64_t blocked = tracks.time_over({}, kWaiting, now);
  const ImU32 colour = longest > kFelt ? p.bad : longest > kWaiting ? p.warning : p.good;
  Rect figure = rect.take_top(ui.px(24), ui.px(2));
  const std::string delay = trace::duration_text(longest);
  draw_text(ui, ui.fonts().title,
            figure.take_left(text_width(ui.fonts().title, delay) + ui.px(2), ui.px(8)), colour,
            delay);
  draw_text(ui, ui.fonts().small, figure, p.dim, "the longest wait for the loop so far");
  const auto share =
      std::lround(static_cast<double>(blocked) * 100 / static_cast<double>(now - begin));
  const std::string text = blocked > 0 ? "blocked for " + std::to_string(share) + " % of the time"
                                       : "never blocked: whoever asks is answered";
  draw_text(ui, ui.fonts().small, rect.take_top(ui.px(18), ui.px(6)), p.dim, text);
  ui.say("run." + std::to_string(row), delay + "; " + text);
}

// The newest lines, whole, as many as there is room for.
void StackedRuns::draw_output(Frame& frame, const Rect& rect) {
  Ui& ui = frame.ui;
  ImFont* font = ui.fonts().mono_small;
  const auto lines = last_lines(frame, kMostLines);
  if (lines.empty())
    draw_text(ui, ui.fonts().small, {rect.x, rect.y, rect.w, ui.px(18)}, ui.palette().faint,
              "nothing printed yet");
  float height = 0;
  size_t first = lines.size();
  while (first > 0) {
    const float more = paragraph_height(font, rect.w, lines[first - 1]) + ui.px(3);
    if (height + more > rect.h) break;
    height += more;
    --first;
  }
  float y = rect.y;
  for (size_t i = first; i < lines.size(); ++i)
    y += draw_paragraph(font, {rect.x, y}, rect.w, ui.palette().dim, lines[i]) + ui.px(3);
}

}  // namespace loopscope::gui
