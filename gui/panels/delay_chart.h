#pragma once

#include <vector>

#include "gui/panels/frame.h"
#include "gui/player/machine_tracks.h"

namespace loopscope::gui {

// The event-loop delay of an agent: how long whatever becomes ready at a moment waits until the
// loop looks. Blocked is a tall triangle, free is flat. `scale_ns` is what the full height stands
// for. The shapes are scratch, kept to save allocations. True if the mouse is over the chart; it
// then says what the delay is there.
bool draw_delay_chart(Frame& frame, const Rect& rect, const MachineTracks& tracks, AgentId agent,
                      const View& view, int64_t scale_ns, std::vector<DelayShape>& shapes);

}  // namespace loopscope::gui
