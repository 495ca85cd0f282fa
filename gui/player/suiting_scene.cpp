#include "gui/player/suiting_scene.h"

#include <algorithm>

namespace loopscope::gui {

Scene suiting_scene(const trace::TimelineIndex& index, bool several_agents) {
  if (several_agents) return Scene::kThreads;
  const trace::StreamTable& streams = index.streams();
  if (!streams.links().empty()) return Scene::kStreams;
  const auto& events = index.trace().events;
  const auto waited = [&](const trace::TaskLife& task) {
    return task.pool && task.pool->begins > events[task.enqueued.value].time;
  };
  if (std::ranges::any_of(index.tasks().tasks(), waited)) return Scene::kPool;
  return streams.streams().empty() ? Scene::kLoop : Scene::kStreams;
}

}  // namespace loopscope::gui
