#pragma once

#include "core/trace/timeline_index.h"

namespace loopscope::gui {

// What the middle of the window can show of a run.
enum class Scene : uint8_t { kLoop, kStreams, kPool };

// What a run is about, as far as its trace tells: pipes, then a thread pool with more jobs than
// threads, then streams, else the loop.
Scene suiting_scene(const trace::TimelineIndex& index);

}  // namespace loopscope::gui
