#include "gui/panels/load_bars.h"

#include <algorithm>

namespace loopscope::gui {

void draw_load_bars(Frame& frame, const Rect& lane, std::span<const LoadPart> parts, bool is_core) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  const Palette& p = frame.palette();
  // Where bars are narrower than this, their edges would be all there is to see.
  const float least = frame.ui.px(4);
  for (size_t i = 0; i < parts.size(); ++i) {
    const LoadPart& part = parts[i];
    const ImU32 colour = is_core ? frame.colour_of(AgentId{static_cast<uint16_t>(part.what)})
                                 : frame.colour_of(trace::Queue::poll);
    const float height = std::max(lane.h * std::min(part.share, 1.0F), 1.0F);
    const float x = lane.x + part.x0;
    const bool follows = i > 0 && parts[i - 1].x1 == part.x0 && parts[i - 1].what != part.what;
    const float edge =
        follows && part.x1 - part.x0 >= least ? std::max(frame.ui.px(1.5F), 1.0F) : 0;
    list->AddRectFilled({x + edge, lane.bottom() - height}, {lane.x + part.x1, lane.bottom()},
                        faded(colour, 0.8F));
    if (edge > 0) list->AddRectFilled({x, lane.y}, {x + edge, lane.bottom()}, p.panel);
  }
}

}  // namespace loopscope::gui
