#pragma once

#include "gui/panels/frame.h"

namespace loopscope::gui {

// The bar to move in time: steps back and forth by kind, play, speed, position.
void draw_transport(Frame& frame, const Rect& rect);

}  // namespace loopscope::gui
