#include "gui/panels/lane_rows.h"

#include <algorithm>

namespace loopscope::gui {
namespace {

struct Size {
  float least;
  float wanted;
  float most;
};

Size size_of(LaneKind kind) {
  switch (kind) {
    case LaneKind::kAgent:
      return {30, 42, 62};
    case LaneKind::kDelay:
      return {28, 40, 70};
    case LaneKind::kThread:
    case LaneKind::kCore:
      return {14, 17, 22};
  }
  return {14, 17, 22};
}

std::vector<LaneRow> without_heights(const TimelineModel& model, const MachineTracks& tracks,
                                     bool with_cores) {
  std::vector<LaneRow> rows;
  for (size_t lane = 0; lane < model.lane_count(); ++lane) {
    const AgentId agent = model.agent_of(lane);
    rows.push_back({LaneKind::kAgent, agent, lane});
    if (agent == AgentId{}) rows.push_back({LaneKind::kDelay, agent, lane});
  }
  for (size_t thread = 0; thread < tracks.threads().size(); ++thread)
    rows.push_back({LaneKind::kThread, {}, thread});
  for (size_t core = 0; with_cores && core < tracks.cores().size(); ++core)
    rows.push_back({LaneKind::kCore, {}, core});
  return rows;
}

}  // namespace

std::vector<LaneRow> lane_rows(const Ui& ui, const TimelineModel& model,
                               const MachineTracks& tracks, float room, bool with_cores) {
  std::vector<LaneRow> rows = without_heights(model, tracks, with_cores);
  float least = 0;
  float most = 0;
  for (const LaneRow& row : rows) {
    least += ui.px(size_of(row.kind).least);
    most += ui.px(size_of(row.kind).most);
  }
  const float share = most > least ? std::clamp((room - least) / (most - least), 0.0F, 1.0F) : 0;
  float y = 0;
  for (LaneRow& row : rows) {
    const Size size = size_of(row.kind);
    row.y = y;
    row.height = ui.px(size.least + (size.most - size.least) * share);
    y += row.height;
  }
  return rows;
}

float height_of(const std::vector<LaneRow>& rows) {
  return rows.empty() ? 0 : rows.back().y + rows.back().height;
}

float wanted_height(const Ui& ui, const TimelineModel& model, const MachineTracks& tracks) {
  float height = 0;
  for (const LaneRow& row : without_heights(model, tracks, true))
    height += ui.px(size_of(row.kind).wanted);
  return height;
}

}  // namespace loopscope::gui
