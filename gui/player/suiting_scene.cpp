#include "gui/player/suiting_scene.h"

#include <algorithm>

namespace loopscope::gui {

void RunContents::take_in(const trace::Event& event) {
  managed = managed || trace::is<trace::ManagerChange>(event);
  jobs = jobs || trace::is<trace::Job>(event);
  if (!trace::is<trace::AgentChange>(event)) return;
  agents = true;
  processes =
      processes || trace::unpack<trace::AgentChange>(event).kind == trace::AgentKind::process;
}

Scene suiting_scene(const trace::TimelineIndex& index, const RunContents& contents) {
  if (contents.managed) return Scene::kManager;
  if (contents.processes) return Scene::kCluster;
  if (contents.layered) return Scene::kArchitecture;
  if (contents.agents) return Scene::kThreads;
  const trace::StreamTable& streams = index.streams();
  if (!streams.links().empty()) return Scene::kStreams;
  if (!index.requests().requests().empty()) return Scene::kRequests;
  const auto& events = index.trace().events;
  const auto waited = [&](const trace::TaskLife& task) {
    return task.pool && task.pool->begins > events[task.enqueued.value].time;
  };
  if (std::ranges::any_of(index.tasks().tasks(), waited)) return Scene::kPool;
  return streams.streams().empty() ? Scene::kLoop : Scene::kStreams;
}

}  // namespace loopscope::gui
