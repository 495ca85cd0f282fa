#pragma once

#include "core/trace/timeline_index.h"

namespace loopscope::gui {

// What the middle of the window can show of a run.
enum class Scene : uint8_t { kLoop, kStreams, kPool, kThreads };

// What a run is about, as far as its trace tells: several agents, then pipes, then a thread pool
// with more jobs than threads, then streams, else the loop.
Scene suiting_scene(const trace::TimelineIndex& index, bool several_agents);

}  // namespace loopscope::gui
