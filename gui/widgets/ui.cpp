#include "gui/widgets/ui.h"

namespace loopscope::gui {

void Ui::place(std::string_view name, const Rect& rect) {
  const ImVec2 from = ImGui::GetWindowDrawList()->GetClipRectMin();
  const ImVec2 to = ImGui::GetWindowDrawList()->GetClipRectMax();
  const float x0 = std::max(rect.x, from.x);
  const float y0 = std::max(rect.y, from.y);
  const float x1 = std::min(rect.right(), to.x);
  const float y1 = std::min(rect.bottom(), to.y);
  if (x1 > x0 && y1 > y0) m_places[std::string(name)] = {x0, y0, x1 - x0, y1 - y0};
}

}  // namespace loopscope::gui
