#pragma once

#include "gui/panels/frame.h"
#include "gui/player/timeline_scale.h"

namespace loopscope::gui {

// The time of a run's first event, from which moments are counted.
double first_ns(const Frame& frame);

// Ticks with their times along the top of the rectangle, and faint lines down from them.
void draw_axis(Frame& frame, const Rect& rect, const View& view);

// The moment shown, as a line down the rectangle.
void draw_playhead(Frame& frame, const Rect& rect, const View& view);

// A view of the whole run, with a little room on both sides.
View whole_view(double first_ns, double last_ns, float width);

}  // namespace loopscope::gui
