#pragma once

#include <vector>

#include "gui/player/machine_tracks.h"
#include "gui/player/timeline_model.h"
#include "gui/widgets/ui.h"

namespace loopscope::gui {

enum class LaneKind : uint8_t { kAgent, kDelay, kThread, kCore };

// One of the lanes that stand above each other over the same stretch of time.
struct LaneRow {
  LaneKind kind{};
  AgentId agent;     // of kAgent and kDelay
  size_t index = 0;  // of the agent's lane, the thread or the core
  float y = 0;       // from the top of the stack
  float height = 0;
};

// Lanes for all that a run has: the main thread with the delay of its loop, the other agents, the
// threads of the pool, the cores. High where there is room, else as low as can be read; what does
// not fit even so is scrolled. Heights in pixels.
std::vector<LaneRow> lane_rows(const Ui& ui, const TimelineModel& model,
                               const MachineTracks& tracks, float room, bool with_cores = true);
float height_of(const std::vector<LaneRow>& rows);
// What they would like to have.
float wanted_height(const Ui& ui, const TimelineModel& model, const MachineTracks& tracks);

}  // namespace loopscope::gui
