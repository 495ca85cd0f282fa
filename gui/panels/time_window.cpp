#include "gui/panels/time_window.h"

#include <algorithm>
#include <cmath>

#include "gui/panels/timeline_axis.h"
#include "gui/widgets/controls.h"

namespace loopscope::gui {
namespace {

constexpr double kNsPerPxMin = 0.05;
constexpr double kNsPerPxMax = 1e9;

}  // namespace

void TimeWindow::lay_out(float width, double length_ns) {
  if (m_fitted)
    m_view = whole_view(0, length_ns, width);
  else
    m_view.width_px = width;
}

void TimeWindow::follow(int64_t elapsed_ns) {
  if (elapsed_ns == m_followed_ns) return;
  m_followed_ns = elapsed_ns;
  const double x = (static_cast<double>(elapsed_ns) - m_view.start_ns) / m_view.ns_per_px;
  const auto width = static_cast<double>(m_view.width_px);
  if (x >= 0 && x <= width) return;
  m_view.start_ns = static_cast<double>(elapsed_ns) - m_view.ns_per_px * width * 0.3;
}

void TimeWindow::center(double elapsed_ns, int64_t now_ns) {
  m_view.start_ns = elapsed_ns - m_view.ns_per_px * static_cast<double>(m_view.width_px) / 2;
  m_fitted = false;
  m_followed_ns = now_ns;
}

void TimeWindow::zoom(double factor, double at_px) {
  const double fixed = elapsed_at(at_px);
  m_view.ns_per_px = std::clamp(m_view.ns_per_px * factor, kNsPerPxMin, kNsPerPxMax);
  m_view.start_ns = fixed - at_px * m_view.ns_per_px;
  m_fitted = false;
}

void TimeWindow::move(double by_px) {
  m_view.start_ns -= by_px * m_view.ns_per_px;
  m_fitted = false;
}

void TimeWindow::handle_mouse(Frame& frame, std::string_view name, const Rect& rect) {
  ImGuiIO& io = ImGui::GetIO();
  const Interaction state = region(frame.ui, name, rect);
  ImGui::SetItemAllowOverlap();
  const auto mouse_x = static_cast<double>(io.MousePos.x - rect.x);
  if (state.held) {
    frame.commands.give(CommandId::kSeekTime, static_cast<int64_t>(elapsed_at(mouse_x)));
    m_followed_ns = -1;
  }
  if (!state.hovered) return;
  if (io.MouseWheel != 0 && !io.KeyShift)
    zoom(std::pow(0.8, static_cast<double>(io.MouseWheel)), mouse_x);
  const float sideways = io.MouseWheelH + (io.KeyShift ? io.MouseWheel : 0);
  if (sideways != 0) move(static_cast<double>(sideways) * 60);
  if (ImGui::IsMouseDragging(ImGuiMouseButton_Right)) move(static_cast<double>(io.MouseDelta.x));
}

}  // namespace loopscope::gui
