#include "gui/panels/timeline_axis.h"

#include <array>
#include <cmath>
#include <cstdio>

#include "gui/widgets/text.h"

namespace loopscope::gui {
namespace {

// A length of time that is 1, 2 or 5 times a power of ten and takes about so many pixels.
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

}  // namespace

double first_ns(const Frame& frame) {
  const auto& events = frame.trace().events;
  return events.empty() ? 0 : static_cast<double>(events.front().time.ns);
}

void draw_axis(Frame& frame, const Rect& rect, const View& view) {
  Ui& ui = frame.ui;
  const double zero = first_ns(frame);
  const double length = tick_length(view.ns_per_px, static_cast<double>(ui.px(110)));
  ImDrawList* list = ImGui::GetWindowDrawList();
  const double from = std::ceil((view.start_ns - zero) / length) * length;
  for (int i = 0; i < 200; ++i) {
    const double ns = from + length * i;
    const auto x = static_cast<float>((ns + zero - view.start_ns) / view.ns_per_px);
    if (x > rect.w) break;
    list->AddLine({rect.x + x, rect.y + ui.px(16)}, {rect.x + x, rect.bottom()},
                  faded(ui.palette().border, 0.7F));
    const Rect place{rect.x + x - ui.px(50), rect.y, ui.px(100), ui.px(15)};
    if (x > ui.px(20) && x < rect.w - ui.px(30))
      draw_text(ui, ui.fonts().small, place, ui.palette().faint, tick_text(ns, length),
                Fit::kMustFit, Align::kCenter);
  }
}

void draw_playhead(Frame& frame, const Rect& rect, const View& view) {
  const auto x =
      static_cast<float>((static_cast<double>(frame.now().ns) - view.start_ns) / view.ns_per_px);
  if (x < 0 || x > rect.w) return;
  ImDrawList* list = ImGui::GetWindowDrawList();
  const ImU32 colour = frame.palette().accent;
  list->AddLine({rect.x + x, rect.y}, {rect.x + x, rect.bottom()}, colour, frame.ui.px(2));
  const float r = frame.ui.px(5);
  list->AddTriangleFilled({rect.x + x - r, rect.y}, {rect.x + x + r, rect.y},
                          {rect.x + x, rect.y + r * 1.4F}, colour);
}

View whole_view(double first_ns, double last_ns, float width) {
  const double length = std::max(last_ns - first_ns, 1000.0);
  View view;
  view.ns_per_px = length * 1.04 / static_cast<double>(std::max(width, 1.0F));
  view.start_ns = first_ns - length * 0.02;
  view.width_px = width;
  return view;
}

}  // namespace loopscope::gui
