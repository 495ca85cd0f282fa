#pragma once

#include <span>

#include "gui/panels/frame.h"
#include "gui/player/machine_tracks.h"

namespace loopscope::gui {

// How busy a core or a pool thread is over time, in the lane; jobs that follow each other at once
// are apart by an edge.
void draw_load_bars(Frame& frame, const Rect& lane, std::span<const LoadPart> parts, bool is_core);

}  // namespace loopscope::gui
