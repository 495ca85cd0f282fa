#pragma once

#include <span>

#include "core/trace/stream_state.h"
#include "gui/panels/frame.h"
#include "gui/player/write_ledger.h"

namespace loopscope::gui {

// The last calls of a stream's write() and what they answered, the newest at the bottom. A click on
// one goes to when it was made.
void draw_writes(Frame& frame, Rect rect, std::span<const WriteCall> calls,
                 const trace::StreamBuffer& buffer);

}  // namespace loopscope::gui
